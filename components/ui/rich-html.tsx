/**
 * The body of a document. The only place that sets inner HTML: what comes here was made by
 * lib/richtext, which writes every tag itself and escapes every text.
 */
export function RichHtml({ html, className = "" }: { html: string; className?: string }) {
  return <div className={`rich ${className}`.trim()} dangerouslySetInnerHTML={{ __html: html }} />;
}
