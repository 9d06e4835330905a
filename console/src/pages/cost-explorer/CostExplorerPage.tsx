export default function CostExplorerPage() {
  return null;
}
