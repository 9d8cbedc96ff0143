import "./desk.css";
import "./columns.css";
import "./imports.css";
import "./search.css";
import "./search-log.css";
import "./palette.css";
import { headers } from "next/headers";
import { EARLY_SCRIPT } from "#components/desk/early-script.ts";
import { Heard } from "#components/desk/heard.tsx";

export const dynamic = "force-dynamic";

export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return (
    <html lang="zh-CN">
      <body>
        <script nonce={/'nonce-([^']+)'/.exec(policy)?.[1]}>{EARLY_SCRIPT}</script>
        {children}
        <Heard />
      </body>
    </html>
  );
}
