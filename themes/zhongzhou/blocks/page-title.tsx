import { Headline } from "#components/ui/headline.tsx";

type PageTitleProps = { title: string; children?: React.ReactNode };

/** The heading of an inner page, on the axis. */
export function PageTitle({ title, children }: PageTitleProps) {
  return (
    <div className="border-b border-line pt-6 pb-6 text-center lg:pt-8">
      <h1 className="mx-auto max-w-care font-serif text-head leading-tight font-bold">
        <Headline text={title} />
      </h1>
      {children}
    </div>
  );
}
