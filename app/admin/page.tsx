export default function DeskPage() {
  return <h1>政枢工作台</h1>;
}
