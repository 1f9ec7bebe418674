import type { Block } from './piece.ts'
import { textOfRow } from './rowText.ts'

/** Text with paragraphs. */
export function layParagraphs(blocks: readonly Block[]): string {
  return blocks.map((block) => block.rows.map(textOfRow).join('\n')).join('\n\n')
}
