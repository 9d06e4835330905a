export default function GroupInlinePage() {
  return null;
}
