/** The mark of the product: a task, a wire, a value. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden={true} focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--brand-ground)" />
      <path d="M9.5 10.5h5a4 4 0 0 1 4 4v3a4 4 0 0 0 4 4" fill="none" stroke="var(--brand-wire)" strokeWidth="2.4" />
      <rect x="5" y="7" width="7" height="7" rx="2" fill="var(--brand-task)" />
      <circle cx="23.5" cy="21.5" r="3.5" fill="var(--brand-value)" />
    </svg>
  );
}
