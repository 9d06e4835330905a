export default function CreatePolicyPage() {
  return null;
}
