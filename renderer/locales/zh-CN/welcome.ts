import type { welcome as english } from '../en/welcome.ts'
import type { Translation } from '../translation.ts'

export const welcome: Translation<typeof english> = {
  title: '问问屏幕上的任何图片',
  text: 'Glyphlens 在本机离线识别文字，并可请你选择的模型解读其中的含义。',
  language: '语言',
  go: '开始使用',
  samples: {
    receipt: '一张小票',
    chart: '一张图表',
    orders: '一张表格',
    notice: '一则通知',
    editor: '代码编辑器'
  },
  try: {
    title: '马上试试',
    which: '示例',
    button: '识别这张图片',
    local: '在本机完成，无需密钥和网络。',
    reading: '正在识别…',
    done: '已在本机识别，并保存到图库。',
    text: '图片中的文字',
    open: '在图库中打开',
    nothing: '没有识别到内容，请再试一次。'
  },
  capture: {
    title: '识别看到的一切',
    try: '试一次截图',
    change: '更改快捷键',
    states: {
      works: '在任何程序中按下，在屏幕上框选，松开后文字就在剪贴板里。',
      unproven: '已注册，但系统未说明是否生效。如果没有反应，请在系统设置中为“glyphlens --capture”设置快捷键。',
      off: '尚未设置快捷键。可以从这里或托盘截图，也可以设置一个快捷键。',
      failed: '快捷键无法注册：已被其他程序占用。请换一个。',
      conflict: '两个操作使用了同一个快捷键。请换一个。'
    }
  },
  key: {
    title: '向模型提问（可选）',
    text: '用于提问、图表、表格和物体。需要服务商的密钥，或本机上的模型。',
    stored: '{{name}} 的密钥（末尾为 {{end}}）已就绪。',
    add: '添加密钥',
    look: '查看',
    fold: '收起',
    provider: '服务商'
  }
}
