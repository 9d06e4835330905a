export default function AuditTrailPage() {
  return null;
}
