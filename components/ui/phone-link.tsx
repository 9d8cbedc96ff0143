type PhoneLinkProps = { phone: string; className?: string; children?: React.ReactNode };

/** A number to tap. Only digits and a leading plus go into the address. */
export function PhoneLink({ phone, className, children }: PhoneLinkProps) {
  return (
    <a className={className} href={`tel:${phone.replace(/(?!^\+)[^\d]/g, "")}`}>
      {children ?? phone}
    </a>
  );
}
