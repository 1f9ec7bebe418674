import type { Failure, FailureCode } from '../failure.ts'
import type { Language } from './delivery/words.ts'

export interface FailureWords {
  readonly message: string
  readonly advice: string | undefined
}

const tryAgain = '请再试一次，或者先用系统截图，再粘贴到 Glyphlens。'

const chinese: Readonly<Partial<Record<FailureCode, readonly [message: string, advice: string]>>> = {
  'capture-permission': [
    '系统不允许 Glyphlens 查看屏幕。',
    '请在“系统设置 → 隐私与安全性 → 屏幕录制”中允许 Glyphlens，然后重新启动它。'
  ],
  'capture-portal-cancelled': ['没有截图：桌面的选择对话框已关闭。', '请再次截图，并在对话框中选择一个屏幕。'],
  'capture-no-frame': ['无法截取屏幕。', tryAgain],
  'capture-blank': ['截到的屏幕是一片纯色。', '有些程序禁止截图，有些 HDR 屏幕无法截取：请用系统截图，再粘贴。'],
  'capture-display-gone': ['截图过程中有显示器被拔下或改变。', '请在显示器就绪后再截图。'],
  'capture-no-overlay': ['框选界面没有出现。', '请再试一次，或者用快捷键识别整个屏幕。'],
  'capture-no-region': ['没有可以重复的区域。', '先框选一次区域，之后就可以重复。'],
  'capture-no-window': ['光标下没有 Glyphlens 能看到的窗口。', '请把光标移到窗口上，或者改为框选区域。'],
  'capture-crop': ['无法从屏幕中裁出该区域。', '请再截一次。'],
  'capture-hotkey': ['快捷键无法注册，可能已被其他程序占用。', '请在设置中换一个快捷键。'],
  'engine-crashed': ['识别引擎中断了。', '图片已存入图库，请在那里重试。'],
  'engine-timeout': ['识别用时过长。', '图片已存入图库，请在那里重试，或者框选小一点的区域。'],
  'engine-out-of-memory': ['识别所需内存过多。', '请框选小一点的区域。'],
  'engine-not-startable': ['识别引擎无法启动。', '请打开“诊断”页面查看原因。'],
  disk: ['无法写入磁盘。', '请检查磁盘空间和数据文件夹的权限。'],
  internal: ['Glyphlens 内部出现问题。', '请再试一次。']
}

/** What a person is told of a failure in a notification, in their language as far as there are words. */
export function failureWords({ code, message, advice }: Failure, language: Language): FailureWords {
  const words = language === 'zh-CN' ? chinese[code] : undefined
  return words === undefined ? { message, advice } : { message: words[0], advice: words[1] }
}
