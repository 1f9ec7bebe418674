import type { diagnostics as english } from '../en/diagnostics.ts'
import type { Translation } from '../translation.ts'

export const diagnostics: Translation<typeof english> = {
  title: '诊断',
  refresh: '重新检查',
  copy: '复制报告',
  copied: '报告已复制到剪贴板',
  looking: '正在检查…',
  private: '报告不含文件名、密钥和任何图片内容。',
  well: '一切正常。',
  bad_one: '{{count}} 项无法工作。',
  bad_other: '{{count}} 项无法工作。',
  doubtful_one: '{{count}} 项需要留意。',
  doubtful_other: '{{count}} 项需要留意。',
  rooms: {
    app: '应用',
    engine: '引擎',
    pack: '模型包',
    displays: '显示器',
    hotkeys: '快捷键',
    keyring: '密钥',
    network: '网络',
    library: '图库',
    capture: '截图'
  },
  states: {
    good: '正常',
    doubtful: '存疑',
    bad: '异常'
  },
  times: {
    title: '最近几次截图的耗时',
    wait: '等待',
    last_one: '最近一次截图',
    last_other: '最近 {{count}} 次截图',
    median: '半数不超过',
    longest: '最长',
    overlay: '按键到选区界面',
    text: '松开到得到文字'
  }
}
