import { refuse, sendJson } from './playing.ts'
import type { Call, Scenario } from './scenario.ts'
import { portalPage, sendPage } from './upstream.ts'

/** Variants of the list of models. A chat at the same address is answered well. */
export const modelScenarios: readonly Scenario[] = [
  { id: 'models-ok', summary: 'a list as the dialect writes it', models: sendModels },
  { id: 'models-401', summary: 'the list is refused', models: (call) => refuse(call, 'auth') },
  { id: 'models-404', summary: 'there is no list', models: (call) => refuse(call, 'not-found') },
  { id: 'models-html', summary: 'a page instead of a list', models: (call) => sendPage(call, 200, portalPage) },
  { id: 'models-no-data', summary: 'a list without `data`', models: (call) => sendJson(call, 200, { object: 'list' }) },
  {
    id: 'models-duplicates',
    summary: 'entries twice, and entries that are none',
    models: (call) => {
      const data = [
        ...ids.map((id) => entry(call, id)),
        entry(call, ids[0] ?? ''),
        null,
        7,
        { id: 5 },
        { name: 'no id' }
      ]
      return sendJson(call, 200, { object: 'list', data })
    }
  },
  {
    id: 'models-10k',
    summary: 'ten thousand entries',
    models: (call) => {
      const data = Array.from({ length: 10_000 }, (_, index) => entry(call, `vendor/model-${index}`))
      return sendJson(call, 200, { object: 'list', data })
    }
  }
]

const ids = [
  'Qwen/Qwen3-VL-235B-A22B-Instruct',
  'Qwen/Qwen3-VL-30B-A3B-Instruct',
  'Qwen/Qwen3-VL-8B-Instruct',
  'Qwen/Qwen3-235B-A22B'
] as const

/** What every scenario answers that has no list of its own. */
export async function sendModels(call: Call): Promise<void> {
  await sendJson(call, 200, { object: 'list', data: ids.map((id) => entry(call, id)) })
}

function entry({ dialect }: Call, id: string): Record<string, unknown> {
  const common = { id, object: 'model', created: 1_760_000_000, owned_by: 'fake' }
  if (dialect.name !== 'openrouter') return common
  const modalities = id.includes('VL') ? ['text', 'image'] : ['text']
  return { ...common, architecture: { input_modalities: modalities, output_modalities: ['text'] } }
}
