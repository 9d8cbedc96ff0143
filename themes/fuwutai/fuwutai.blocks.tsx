import type { BlockExample } from "#themes/examples/block-sheet.tsx";
import type { Look } from "#themes/examples/frame.ts";
import { articleView, homeView, listView } from "#themes/examples/views.ts";
import { Attachments, Help, Neighbours } from "#themes/fuwutai/blocks/article-parts.tsx";
import { ColumnNav } from "#themes/fuwutai/blocks/column-nav.tsx";
import { Counter } from "#themes/fuwutai/blocks/counter.tsx";
import { Groups } from "#themes/fuwutai/blocks/groups.tsx";
import { Icon, iconFor } from "#themes/fuwutai/blocks/icons.tsx";
import { ItemRows } from "#themes/fuwutai/blocks/item-rows.tsx";
import { News } from "#themes/fuwutai/blocks/news.tsx";
import { Paging } from "#themes/fuwutai/blocks/paging.tsx";
import { Sheet } from "#themes/fuwutai/blocks/sheet.tsx";

const listOf = (look: Look) => listView(look, { number: 50, count: 100, rows: 5 });

function drawNews(look: Look) {
  const { frame, blocks } = homeView(look);
  const block = blocks[1];
  return block ? <News t={frame.t} block={block} /> : <p />;
}

function drawIcons(look: Look) {
  const { services } = homeView(look);
  return (
    <ul className="flex flex-wrap gap-4">
      {services.map(({ name }) => (
        <li className="flex items-center gap-2" key={name}>
          <Icon name={iconFor(name)} className="h-6 w-6 text-main" /> {name}
        </li>
      ))}
    </ul>
  );
}

export const fuwutaiBlocks: BlockExample[] = [
  {
    name: "counter",
    use: "服务台：一句问话、八件事、两个电话",
    draw: (look) => <Counter {...homeView(look, true)} />,
  },
  { name: "icons", use: "按事项名字配的线条图标", draw: drawIcons },
  {
    name: "groups",
    use: "按栏目找",
    draw: (look) => {
      const { frame, groups } = homeView(look);
      return <Groups t={frame.t} groups={groups} />;
    },
  },
  {
    name: "sheet",
    use: "白色的一张纸，标题和“更多”",
    draw: (look) => {
      const { frame, items } = listOf(look);
      return (
        <Sheet t={frame.t} title="通知公告" moreHref="/c0/1/">
          <ItemRows t={frame.t} items={items} />
        </Sheet>
      );
    },
  },
  { name: "news", use: "新闻：第一条带摘要", draw: drawNews },
  {
    name: "item-rows",
    use: "文件的行：前面有纸的图标",
    draw: (look) => {
      const { frame, items } = listOf(look);
      return <ItemRows t={frame.t} items={items} isPaper />;
    },
  },
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
    name: "article-parts",
    use: "附件、打电话问、上一篇和下一篇",
    draw: (look) => {
      const article = articleView(look);
      return (
        <div className="flex flex-col gap-5">
          <Attachments article={article} />
          <Help frame={article.frame} />
          <Neighbours article={article} />
        </div>
      );
    },
  },
];
