export default function EditPolicyPage() {
  return null;
}
