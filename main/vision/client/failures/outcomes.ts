import type { FailureCode } from '../../../failure.ts'
import type { CallSaying } from '../../../saying.ts'

/** When asking again makes sense: `soon` in milliseconds, unless the provider says another time. */
export type RetryRule = 'never' | 'reset' | 'smaller' | 'other-model' | { readonly soon: number }

/**
 * What a failure means for a person. Sentences are templates: {provider}, {model}, {host}, {page}, {zone}, {quote}; what
 * stands in brackets is left out where a name in it has no value.
 */
export interface Outcome {
  /** By which the window has words for it. */
  readonly name: CallSaying
  readonly code: FailureCode
  readonly message: string
  readonly advice: string
  readonly retry: RetryRule
}

/** Each row under the name that it has in its table. */
function named<T extends Partial<Record<CallSaying, Omit<Outcome, 'name'>>>>(rows: T) {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { name, ...row }])) as {
    readonly [N in keyof T]: Outcome
  }
}

const says = '[ It says: “{quote}”]'

/** What is wrong with an answer that came, or did not come, under 200. {seconds}: the limit that was reached. */
export const callOutcomes = named({
  firstByte: {
    code: 'vision-timeout',
    message: '{provider} did not begin to answer within {seconds} s.',
    advice: 'Ask again later, or choose a faster model.',
    retry: { soon: 10_000 }
  },
  idle: {
    code: 'vision-timeout',
    message: '{provider} fell silent for {seconds} s in the middle of its answer.',
    advice: 'Ask again.',
    retry: { soon: 10_000 }
  },
  total: {
    code: 'vision-timeout',
    message: 'The answer of {provider} was not complete after {seconds} s.',
    advice: 'Ask for less at a time, or choose a faster model.',
    retry: { soon: 10_000 }
  },
  empty: {
    code: 'vision-empty',
    message: '“{model}” at {provider} gave an empty answer.',
    advice: 'Ask again in a moment. If it stays so, choose another model.',
    retry: { soon: 2_000 }
  },
  thoughtOnly: {
    code: 'vision-empty',
    message: '“{model}” used all of its tokens for thinking and gave no answer.',
    advice: 'Raise the limit of tokens, or choose a model that does not think first (“Instruct”).',
    retry: 'never'
  },
  cutOff: {
    code: 'vision-cut-off',
    message: 'The answer of {provider} broke off before its end.',
    advice: 'Ask again.',
    retry: { soon: 2_000 }
  },
  tooLong: {
    code: 'vision-protocol',
    message: '{provider} sends more at a time than any answer has; it was stopped.',
    advice: 'Ask again. If it stays so, the server does not keep to the OpenAI-compatible interface.',
    retry: { soon: 10_000 }
  },
  protocol: {
    code: 'vision-protocol',
    message: '{provider} sent something in its answer that cannot be read.',
    advice: 'Ask again. If it stays so, the server does not keep to the OpenAI-compatible interface.',
    retry: { soon: 10_000 }
  }
})

/** Every way in which a provider refuses or fails, as it answers. */
export const answerOutcomes = named({
  auth: {
    code: 'vision-auth',
    message: `{provider} does not accept the key.${says}`,
    advice: 'Check the key, or make a new one[ at {page}].',
    retry: 'never'
  },
  authOtherSite: {
    code: 'vision-auth',
    message: `{provider} does not accept the key.${says}`,
    advice:
      'Check the key, or make a new one[ at {page}]. Keys of modelscope.cn and modelscope.ai do not work on the other site.',
    retry: 'never'
  },
  accountLink: {
    code: 'vision-account-link',
    message: '{provider} wants the account to be linked with an Alibaba Cloud account first.',
    advice: 'Sign in there[ ({page})], link the account in its settings, then ask again with the same key.',
    retry: 'never'
  },
  realName: {
    code: 'vision-real-name',
    message: '{provider} wants the name behind the account to be verified first.',
    advice: 'Sign in there and pass the real-name verification, or choose another model or provider.',
    retry: 'never'
  },
  permission: {
    code: 'vision-permission',
    message: `The key may not use “{model}” at {provider}.${says}`,
    advice: 'Activate the model there[ ({page})], or choose another one.',
    retry: 'never'
  },
  balance: {
    code: 'vision-balance',
    message: `The account at {provider} has no credit left.${says}`,
    advice: 'Top the account up there, or choose another provider.',
    retry: 'never'
  },
  quotaDay: {
    code: 'vision-quota-day',
    message: 'Today’s calls of “{model}” at {provider} are used up.',
    advice: 'Ask again[ after midnight ({zone})] when the quota begins anew, or choose another model.',
    retry: 'reset'
  },
  rate: {
    code: 'vision-rate',
    message: `{provider} gets too many calls at the moment.${says}`,
    advice: 'Wait a minute, then ask again.',
    retry: { soon: 15_000 }
  },
  ratePlan: {
    code: 'vision-rate',
    message: `{provider} says that a limit of the account is reached.${says}`,
    advice: 'Wait a minute or two. If it stays so, the quota of the account is used up: look there, or ask tomorrow.',
    // 60 to 90 s bring back a limit that is counted by the minute.
    retry: { soon: 75_000 }
  },
  modelGone: {
    code: 'vision-model-gone',
    message: '{provider} does not offer “{model}”.',
    advice: 'Choose another model from its list.',
    retry: 'other-model'
  },
  noSight: {
    code: 'vision-no-sight',
    message: '“{model}” at {provider} cannot see pictures.',
    advice:
      'Choose a vision model, for example one with “VL” in its name. A local server may need its vision part loaded.',
    retry: 'never'
  },
  picturePixels: {
    code: 'vision-picture-pixels',
    message: 'The picture has more pixels than {provider} takes.',
    advice: 'Ask again with a smaller part of it.',
    retry: 'smaller'
  },
  pictureBytes: {
    code: 'vision-picture-bytes',
    message: 'The picture has more bytes than {provider} takes.',
    advice: 'Ask again with a smaller part of it.',
    retry: 'smaller'
  },
  pictureFormat: {
    code: 'vision-picture-format',
    message: `{provider} cannot decode the picture.${says}`,
    advice: 'Save it as PNG or JPEG and ask again, or choose another model.',
    retry: 'never'
  },
  pictureShape: {
    code: 'vision-picture-shape',
    message: `The picture is too narrow or too small for {provider}.${says}`,
    advice: 'Choose a larger or less stretched part of it.',
    retry: 'never'
  },
  pictureAddress: {
    code: 'vision-picture-format',
    message: '{provider} could not download the picture from its address.',
    advice: 'Send the picture itself instead of its address.',
    retry: 'never'
  },
  pictureLost: {
    code: 'vision-picture-format',
    message: '{provider} could not load the picture, although it came with the request.',
    advice: 'Ask again in a moment. If it stays so, ask with a smaller part of it, or choose another provider.',
    retry: 'never'
  },
  contentBlocked: {
    code: 'vision-content-blocked',
    message: '{provider} refuses this picture or question because of its content.',
    advice: 'Ask differently, choose another part of the picture, or read its text on this machine.',
    retry: 'never'
  },
  context: {
    code: 'vision-context',
    message: `Picture, question and answer are together too long for “{model}” at {provider}.${says}`,
    advice: 'Ask with a smaller part of the picture or a lower limit of tokens, or give a local model more context.',
    retry: 'never'
  },
  refused: {
    code: 'vision-refused',
    message: `{provider} refuses the request.${says}`,
    advice: 'Check model, address and settings; the same request would be refused again.',
    retry: 'never'
  },
  upstream: {
    code: 'vision-upstream',
    message: `{provider} has a fault of its own.${says}`,
    advice: 'Ask again in a moment, or choose another model.',
    retry: { soon: 2_000 }
  },
  loading: {
    code: 'vision-upstream',
    message: '{provider} is still loading “{model}”.',
    advice: 'Ask again when it is ready.',
    retry: { soon: 10_000 }
  },
  gatewayTimeout: {
    code: 'vision-upstream',
    message: 'The model behind {provider} did not answer it in time.',
    advice: 'Ask again later, with a smaller part of the picture or a faster model.',
    retry: { soon: 2_000 }
  },
  upstreamTimeout: {
    code: 'vision-timeout',
    message: '{provider} took too long and gave up.',
    advice: 'Ask again later, with a smaller part of the picture or a faster model.',
    retry: { soon: 10_000 }
  },
  notAnApi: {
    code: 'vision-not-an-api',
    message: 'What answers at {host} is a web page and no vision endpoint.',
    advice:
      'Check the base URL. A sign-in page of a network, or a proxy, answers like this too: open a page in a browser.',
    retry: 'never'
  },
  noEndpoint: {
    code: 'vision-not-an-api',
    message: 'There is no vision endpoint at this address of {host}.',
    advice: 'Check the base URL: with most providers it ends in /v1.',
    retry: 'never'
  },
  plainOnTls: {
    code: 'vision-tls',
    message: '{host} wants an encrypted connection.',
    advice: 'Begin the base URL with https://.',
    retry: 'never'
  },
  proxyAuth: {
    code: 'vision-proxy',
    message: 'The proxy of this network wants a name and a password.',
    advice: 'Put them into the proxy’s address (http://name:password@host:port), or ask whoever runs the network.',
    retry: 'never'
  }
})

/** Names of the rows of `answerOutcomes`. */
export type AnswerOutcome = keyof typeof answerOutcomes
