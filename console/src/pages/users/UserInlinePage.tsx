export default function UserInlinePage() {
  return null;
}
