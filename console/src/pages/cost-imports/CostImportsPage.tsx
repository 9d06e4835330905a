export default function CostImportsPage() {
  return null;
}
