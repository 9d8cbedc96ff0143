import { redirect } from "next/navigation";
import { wordBundle } from "#lib/i18n/words.ts";
import { PasswordForm } from "#modules/access/components/password-form.tsx";
import { loadVisitor } from "#modules/access/loaders.ts";

export default async function PasswordPage() {
  const here = await loadVisitor();
  if (!here) redirect("/admin/sign-in");
  const words = wordBundle("zh-CN", "desk");
  return (
    <main className="card">
      <title>{words["password.title"]}</title>
      <PasswordForm
        words={words}
        problems={wordBundle("zh-CN", "access")}
        isFirst={here.mustChangePassword}
      />
    </main>
  );
}
