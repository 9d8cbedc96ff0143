import "./desk.css";
import "./columns.css";
import "./imports.css";
import "./search.css";
import "./search-log.css";
import "./palette.css";

export const dynamic = "force-dynamic";

export default function AdminLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
