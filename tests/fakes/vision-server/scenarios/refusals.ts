import type { Problem } from '../dialects/dialect.ts'
import { refuse, sendText } from './playing.ts'
import { once, type Scenario } from './scenario.ts'

/** Refusals that no second try of the same call changes. */
export const refusalScenarios: readonly Scenario[] = [
  always('401', 'the key is wrong', 'auth'),
  always('401-link', 'the account is not linked', 'account-link'),
  always('403-name', 'the person is not verified', 'real-name'),
  always('403-model', 'this model is not for this account', 'permission'),
  always('402', 'no money left', 'balance'),
  always('404-model', 'there is no such model', 'model-unknown'),
  always('400-gone', 'nobody serves the model any longer', 'model-gone'),
  always('429-1008', 'a retired model that speaks of money', 'model-retired'),
  always('400-bytes', 'the picture has too many bytes', 'picture-bytes'),
  always('413', 'the body is too long', 'body-bytes'),
  always('400-format', 'the picture cannot be decoded', 'picture-format'),
  always('400-shape', 'the sides of the picture do not fit', 'picture-shape'),
  always('400-inspect', 'the content was blocked', 'inspection'),
  always('400-context', 'too long for the model', 'context'),
  always('no-vision-400', 'a model for text refuses the picture', 'no-vision'),
  always('no-vision-500', 'a model without its projector refuses the picture with 500', 'no-projector'),
  {
    id: 'no-vision-200',
    summary: 'a model for text ignores the picture and makes something up',
    chat: async (call) => {
      await sendText(call, 'The image shows a calm lake at sunset, with mountains in the background.')
    }
  }
]

function always(id: string, summary: string, problem: Problem): Scenario {
  return { id, summary, calls: once, chat: (call) => refuse(call, problem) }
}
