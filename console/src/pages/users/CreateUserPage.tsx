export default function CreateUserPage() {
  return null;
}
