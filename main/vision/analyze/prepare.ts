import type { Engine } from '../../engine/client.ts'
import type { PackLocation } from '../../engine/protocol/pack.ts'
import { asFailure, Failure } from '../../failure.ts'
import { layOut } from '../../layout/layout.ts'
import type { Picture, PictureSource } from '../../pictures/source.ts'
import { type Said, say, saying } from '../../saying.ts'
import type { TaskOptions } from '../../tasks/options.ts'
import { type Language, promptLanguage } from '../../tasks/prompt/language.ts'
import type { Task } from '../../tasks/task.ts'
import { prepareOptions, taskOf } from '../../tasks/tasks.ts'
import { type Choice, choose, type Stored } from './choose.ts'
import type { AnalyzeCallOptions, AnalyzeOptions } from './options.ts'
import { type Showing, type SubjectFacts, showPicture } from './show.ts'
import { type ImageInput, sourceOf, webAddress } from './source.ts'

/** What an analysis leans on. */
export interface PreparePorts {
  readonly engine: Pick<Engine, 'probe' | 'read' | 'encode'>
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
  readonly pack: () => Promise<PackLocation>
  readonly stored: () => Stored
  /** Of the app, where neither a setting nor a question decides. */
  readonly language: Language
}

/** The undecoded picture and its size, or an address that the provider fetches by itself. */
export type Subject =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly facts: SubjectFacts; readonly showing: Showing }
  | { readonly kind: 'address'; readonly url: string }

/** A request with everything in it; nothing has left the machine. */
export interface Prepared {
  readonly task: Task
  readonly options: TaskOptions
  readonly choice: Choice
  readonly subject: Subject
  /** Of the prompt. */
  readonly language: Language
  readonly localText: string | undefined
  /** Whether the person wants a large picture sent in parts. */
  readonly tiles: boolean
  /** Sentences for the person besides those of `subject`. */
  readonly notices: readonly Said[]
}

/** Reads, measures and encodes the picture and chooses the endpoint. Throws `Failure`. */
export async function prepare(
  ports: PreparePorts,
  image: ImageInput,
  wishes: AnalyzeOptions,
  { signal, onEvent }: AnalyzeCallOptions
): Promise<Prepared> {
  const stored = ports.stored()
  const options = prepareOptions({
    ...languageOf(stored),
    ...wishes,
    task: wishes.task ?? (wishes.question ? 'ask' : 'describe')
  })
  const task = taskOf(options)
  const choice = choose(wishes, stored, task.sampling)
  const tiles = wishes.tiles ?? false
  const request = { task, options, choice, tiles, language: promptLanguage(options, ports.language) }
  const source = sourceOf(image)
  const url = wishes.passAddress ? webAddress(source) : undefined
  if (url !== undefined) {
    requireAddresses(request)
    return { ...request, subject: { kind: 'address', url }, localText: undefined, notices: choice.notices }
  }

  const call = signal ? { signal } : {}
  onEvent?.({ kind: 'preparing', step: 'picture' })
  const { bytes } = await ports.getPicture(source, call)
  const facts = await ports.engine.probe(bytes, call)
  const showing = await showPicture(ports.engine, bytes, facts, { rules: choice.rules, task, tiles, ...call })
  const isRead = takesLocalText(task, showing, wishes.localText ?? stored.preferences.localText)
  if (isRead) onEvent?.({ kind: 'preparing', step: 'local-text' })
  const local = isRead ? await readLocally(ports, bytes, signal) : {}
  return {
    ...request,
    subject: { kind: 'bytes', bytes, facts, showing },
    localText: local.text,
    notices: [...choice.notices, ...(local.notice === undefined ? [] : [local.notice])]
  }
}

/** Whether text that was read on this machine goes along, when the person wants it to. */
export function takesLocalText({ localText }: Pick<Task, 'localText'>, { calls }: Showing, wanted: boolean): boolean {
  // Beside a part, the text of the whole would be filled in where the part has none.
  return wanted && localText && calls.length === 1
}

/** The same request for another model, or with smaller pictures. */
export async function prepareAgain(
  ports: Pick<PreparePorts, 'engine'>,
  prepared: Prepared,
  choice: Choice,
  signal: AbortSignal | undefined
): Promise<Prepared> {
  const { subject, task, tiles } = prepared
  if (subject.kind === 'address') return { ...prepared, choice }
  const { bytes, facts } = subject
  const { rules } = choice
  const showing = await showPicture(ports.engine, bytes, facts, { rules, task, tiles, ...(signal && { signal }) })
  return { ...prepared, choice, subject: { ...subject, showing } }
}

function languageOf({ preferences }: Stored): Pick<TaskOptions, 'language'> {
  return preferences.language === 'auto' ? {} : { language: preferences.language }
}

/** The model can do without: a picture that cannot be read here is still asked about. */
async function readLocally(
  { engine, pack }: Pick<PreparePorts, 'engine' | 'pack'>,
  bytes: Uint8Array,
  signal: AbortSignal | undefined
): Promise<{ readonly text?: string; readonly notice?: Said }> {
  try {
    const reading = await engine.read(bytes, { pack: await pack(), ...(signal && { signal }) })
    return { text: layOut(reading, 'paragraphs') }
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.code === 'cancelled') throw failure
    const message = `The text could not be read on this machine, so the picture goes alone: ${failure.message}`
    return { notice: say(message, 'sent.without-text') }
  }
}

/** Boxes need a picture whose size is known here. */
function requireAddresses({ choice: { endpoint, rules }, options }: Pick<Prepared, 'choice' | 'options'>): void {
  const isLocating = options.task === 'detect' || options.custom?.result === 'boxes'
  if (rules.urls && !isLocating) return
  const message = isLocating
    ? 'Boxes can only be placed on a picture that was fetched here.'
    : `${endpoint.preset.title} does not fetch pictures from addresses.`
  throw new Failure('usage', message, {
    advice: 'Let Glyphlens fetch the picture and send it.',
    saying: saying('ask.no-address')
  })
}
