export default function BillingHomePage() {
  return null;
}
