import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'

/** The value of an option that a task cannot do without; throws `usage`. */
export function needed<Value>(value: Value | undefined, name: string): Value {
  if (value !== undefined) return value
  throw new Failure('usage', `This task needs ${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name}.`, {
    advice: `Give the ${name} and start again.`,
    saying: saying('ask.needs', { what: name })
  })
}
