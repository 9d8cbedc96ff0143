import type { BlockView } from "#themes/contract.ts";
import type { BlockExample } from "#themes/examples/block-sheet.tsx";
import type { Look } from "#themes/examples/frame.ts";
import { articleView, homeView, listView } from "#themes/examples/views.ts";
import { Attachments, Neighbours } from "#themes/zhongzhou/blocks/article-foot.tsx";
import { ColumnNav } from "#themes/zhongzhou/blocks/column-nav.tsx";
import { Feature } from "#themes/zhongzhou/blocks/feature.tsx";
import { ItemRows } from "#themes/zhongzhou/blocks/item-rows.tsx";
import { Lead } from "#themes/zhongzhou/blocks/lead.tsx";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Paging } from "#themes/zhongzhou/blocks/paging.tsx";
import { Pinned } from "#themes/zhongzhou/blocks/pinned.tsx";
import { SectionHead } from "#themes/zhongzhou/blocks/section-head.tsx";
import { ServiceTable } from "#themes/zhongzhou/blocks/service-table.tsx";

const listOf = (look: Look) => listView(look, { number: 50, count: 100, rows: 5 });

/** The first block of a home page that is filled so. */
function drawFeature(look: Look, kind: BlockView["kind"], isWide = false) {
  const { frame, blocks } = homeView(look);
  const filled = blocks.filter((block) => block.kind === kind);
  const block = filled.find(({ items }) => !isWide || items[0]?.summary);
  return block ? <Feature t={frame.t} block={block} isWide={isWide} /> : <p />;
}

function drawLead(look: Look) {
  const [block] = homeView(look).blocks;
  return block ? <Lead block={block} /> : <p />;
}

export const zhongzhouBlocks: BlockExample[] = [
  { name: "lead", use: "头条：第一条通栏，其余三条一行", draw: drawLead },
  {
    name: "service-table",
    use: "办事服务：每格一件事",
    draw: (look) => {
      const { frame, services } = homeView(look);
      return <ServiceTable t={frame.t} services={services} />;
    },
  },
  { name: "feature", use: "栏目区块：标题和日期", draw: (look) => drawFeature(look, "list") },
  {
    name: "feature, wide",
    use: "中间一列：第一条带摘要",
    draw: (look) => drawFeature(look, "list", true),
  },
  {
    name: "feature, documents",
    use: "文件区块：宋体，如纸上公文",
    draw: (look) => drawFeature(look, "documents"),
  },
  {
    name: "section-head",
    use: "区块标题和“更多”",
    draw: (look) => <SectionHead t={listOf(look).frame.t} title="通知公告" moreHref="/c0/1/" />,
  },
  {
    name: "item-rows",
    use: "列表页的行：置顶、标题、日期",
    draw: (look) => {
      const { frame, items } = listOf(look);
      return <ItemRows t={frame.t} items={items} />;
    },
  },
  { name: "pinned", use: "置顶标记", draw: (look) => <Pinned t={listOf(look).frame.t} /> },
  {
    name: "column-nav",
    use: "列表页左侧：同级栏目和下级栏目",
    draw: (look) => {
      const { frame, column } = listOf(look);
      return <ColumnNav t={frame.t} column={column} />;
    },
  },
  {
    name: "paging",
    use: "翻页：字和页码都能按",
    draw: (look) => {
      const { frame, paging } = listOf(look);
      return <Paging t={frame.t} paging={paging} />;
    },
  },
  {
    name: "page-title",
    use: "内页标题，最长的标题也放得下",
    draw: (look) => <PageTitle title={articleView(look).title} />,
  },
  {
    name: "article-foot",
    use: "附件和上一篇、下一篇",
    draw: (look) => (
      <>
        <Attachments article={articleView(look)} />
        <Neighbours article={articleView(look)} />
      </>
    ),
  },
];
