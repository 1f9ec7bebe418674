import type { Task } from '../task.ts'
import type { Wording } from './language.ts'
import { nothingNote, paragraphs, tileNote, wish } from './sentences.ts'

/** The prompt of a task that copies what stands in the picture: what to copy and how, and what to write when nothing does. */
export function transcription(request: Wording): Task['prompt'] {
  return (options, context) => {
    const { language } = context
    return paragraphs(request[language], nothingNote(language), wish(options, language), tileNote(context))
  }
}
