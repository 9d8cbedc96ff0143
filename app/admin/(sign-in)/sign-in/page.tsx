import { redirect } from "next/navigation";
import { wordBundle } from "#lib/i18n/words.ts";
import { SignInForm } from "#modules/access/components/sign-in-form.tsx";
import { loadVisitor } from "#modules/access/loaders.ts";

export default async function SignInPage() {
  if (await loadVisitor()) redirect("/admin");
  const words = wordBundle("zh-CN", "desk");
  return (
    <main className="card">
      <title>{words["sign-in.title"]}</title>
      <SignInForm words={words} />
    </main>
  );
}
