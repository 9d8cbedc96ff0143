import { telephoneDigits } from "#lib/format/telephone.ts";

type PhoneLinkProps = { phone: string; className?: string; children?: React.ReactNode };

/** A number to tap. */
export function PhoneLink({ phone, className, children }: PhoneLinkProps) {
  return (
    <a className={className} href={`tel:${telephoneDigits(phone)}`}>
      {children ?? phone}
    </a>
  );
}
