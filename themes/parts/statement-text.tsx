import type { StatementView } from "#themes/contract.ts";

type StatementTextProps = { statement: StatementView; headingClass: string };

/** The sections of a statement under the title that the family has set. */
export function StatementText({ statement, headingClass }: StatementTextProps) {
  return statement.sections.map((section) => (
    <section className="pt-8 first:pt-0" key={section.title}>
      <h2 className={headingClass}>{section.title}</h2>
      {section.paragraphs.map((paragraph) => (
        <p className="pt-3" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </section>
  ));
}
