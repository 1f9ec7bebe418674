import type { SettingsView } from '../../../preload/contract/settings.ts'

const provider = (
  id: string,
  title: string,
  baseUrl: string,
  more: Partial<SettingsView['providers'][number]> = {}
) => ({
  id,
  title,
  baseUrl,
  defaultBaseUrl: baseUrl,
  needsKey: true,
  isLocal: false,
  inUse: id === 'modelscope',
  ...more
})

/** Settings as they are after a fresh start with one key. */
export const sampleSettings: SettingsView = {
  values: {
    appearance: { theme: 'system', contrast: 'system', textScale: 1, motion: 'system', language: 'system' },
    capture: { hotkeys: {}, confirmOn: 'release', deliverTo: 'clipboard', bar: false, notify: true },
    desktop: { startAtLogin: false, closeToTray: true, checkUpdates: true, welcomed: true },
    library: {},
    privacy: { confirm: 'remote', notifyText: true },
    reading: { pack: 'ppocr-v4-mobile', threads: 0, layout: 'paragraphs' },
    tasks: { custom: [{ name: 'Allergens', prompt: 'List every allergen that the label names.', result: 'text' }] },
    vision: {
      provider: 'modelscope',
      language: 'auto',
      temperature: 0.7,
      maxTokens: 2048,
      topP: 0.8,
      localText: true,
      providers: {},
      learned: {}
    }
  },
  hotkeys: [
    { mode: 'read-region', accelerator: 'CommandOrControl+Shift+1', state: 'works' },
    {
      mode: 'ask-region',
      accelerator: 'CommandOrControl+Shift+2',
      state: 'failed',
      message: 'Another program has this hotkey.',
      advice: 'Choose another combination, or free it there.'
    },
    { mode: 'read-again', accelerator: '', state: 'off' },
    { mode: 'read-screen', accelerator: '', state: 'off' },
    { mode: 'read-window', accelerator: '', state: 'off' }
  ],
  keys: [
    {
      provider: 'modelscope',
      lastFour: '7f3a',
      isUsable: true,
      from: 'vault',
      message: 'Stored behind the encryption of this system.'
    }
  ],
  providers: [
    provider('modelscope', 'ModelScope', 'https://api-inference.modelscope.cn/v1', {
      keyPage: 'https://modelscope.cn/my/myaccesstoken',
      keyPrefix: 'ms-',
      fast: 'Qwen/Qwen3-VL-30B-A3B-Instruct',
      precise: 'Qwen/Qwen3-VL-235B-A22B-Instruct'
    }),
    provider(
      'dashscope',
      'DashScope (Alibaba Cloud Model Studio)',
      'https://dashscope.aliyuncs.com/compatible-mode/v1',
      {
        keyPage: 'https://bailian.console.aliyun.com/?apiKey=1',
        keyPrefix: 'sk-',
        fast: 'qwen3-vl-30b-a3b-instruct',
        precise: 'qwen3-vl-235b-a22b-instruct'
      }
    ),
    provider('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', {
      keyPage: 'https://openrouter.ai/settings/keys',
      keyPrefix: 'sk-or-',
      fast: 'qwen/qwen3-vl-30b-a3b-instruct'
    }),
    provider('ollama', 'Ollama', 'http://localhost:11434/v1', {
      needsKey: false,
      isLocal: true,
      fast: 'qwen3-vl:8b'
    }),
    provider('custom', 'Custom', '', { needsKey: false })
  ],
  packs: [
    {
      id: 'ppocr-v4-mobile',
      title: 'PP-OCRv4 mobile',
      languages: ['zh', 'en'],
      licence: 'Apache-2.0',
      kind: 'embedded',
      state: 'ready',
      bytes: 16_300_000,
      active: true
    },
    {
      id: 'ppocr-v6-small',
      title: 'PP-OCRv6 small',
      languages: ['zh', 'en', 'ja', 'fr', 'de'],
      licence: 'Apache-2.0',
      kind: 'fetchable',
      state: 'absent',
      bytes: 31_200_000,
      active: false
    }
  ],
  acceptance: 'I accept that this key is stored without protection.'
}
