type CareSectionProps = { title: string; children: React.ReactNode };

export function CareSection({ title, children }: CareSectionProps) {
  return (
    <section className="pt-8">
      <h2 className="pb-4 text-section leading-tight font-bold">{title}</h2>
      {children}
    </section>
  );
}

/** The same, closed until it is wanted: keeps the page short. */
export function CareFold({ title, children }: CareSectionProps) {
  return (
    <details className="mt-8">
      <summary
        className="hit-main flex items-center justify-between gap-3 border-2 border-ctl px-5 py-2 text-title leading-tight font-bold"
        data-primary
      >
        {title}
        <span className="chevron" aria-hidden />
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
