export default function CreateGroupPage() {
  return null;
}
