/** Cache tags for the gateway, which reads and strips this script: data, never run. */
export function DataTags({ tags }: { tags: string[] }) {
  return (
    <script type="application/json" data-tags={tags.join(",")}>
      {"[]"}
    </script>
  );
}
