/** What every search index must do, whatever engine it stands on; documents come in by the platform's own commands. */
import { contractOfCards, contractOfOrigins } from "#db/testing/search-contract-cards.ts";
import { contractOfChoices, contractOfPlaces } from "#db/testing/search-contract-choices.ts";
import { contractOfCounts } from "#db/testing/search-contract-counts.ts";
import { contractOfCuration } from "#db/testing/search-contract-curation.ts";
import { contractOfLife, contractOfReaders } from "#db/testing/search-contract-life.ts";
import type { Given } from "#db/testing/search-contract-tools.ts";
import { toolsOf } from "#db/testing/search-contract-tools.ts";
import {
  contractOfSlips,
  contractOfTitles,
  contractOfWords,
} from "#db/testing/search-contract-words.ts";

export function searchContract(given: Given): void {
  const tools = toolsOf(given);
  for (const part of [
    contractOfLife,
    contractOfReaders,
    contractOfWords,
    contractOfSlips,
    contractOfTitles,
    contractOfChoices,
    contractOfPlaces,
    contractOfCards,
    contractOfOrigins,
    contractOfCounts,
    contractOfCuration,
  ])
    part(tools);
}
