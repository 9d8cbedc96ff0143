import type { Variant } from "#lib/routing/variant.ts";
import { SCHEMES, STANDARD, variantSegment } from "#lib/routing/variant.ts";
import type { AbsenceView, ArticleView, FrameView, HomeView, ListView, SiteMapView } from "#themes/contract.ts";
import { ARTICLE_BODY } from "#themes/examples/article-body.ts";
import type { FrameOptions } from "#themes/examples/frame.ts";
import { DEPARTMENT, exampleFrame } from "#themes/examples/frame.ts";
import {
  exampleBlocks,
  exampleRows,
  exampleServices,
  LONGEST_TITLE,
} from "#themes/examples/news.ts";
