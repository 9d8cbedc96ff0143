type PageTitleProps = { title: string; children?: React.ReactNode };

/** The heading of an inner page, on the axis. */
export function PageTitle({ title, children }: PageTitleProps) {
  return (
    <div className="border-line border-b pt-6 pb-6 text-center lg:pt-8">
      <h1 className="mx-auto max-w-care font-bold font-serif text-head leading-tight">{title}</h1>
      {children}
    </div>
  );
}
