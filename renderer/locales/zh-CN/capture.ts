import type { capture as english } from '../en/capture.ts'
import type { Translation } from '../translation.ts'

export const capture: Translation<typeof english> = {
  overlay: {
    label: '框选屏幕区域',
    shotOf: '按下快捷键时的屏幕',
    hintDrag: '拖动以框选',
    hintWindow: '点击框选此窗口，或拖动',
    hintMove: '移动',
    hintResize: '调整大小',
    hintWindows: '窗口',
    hintWhole: '整个屏幕',
    hintLast: '上次区域',
    hintConfirm: '确定',
    hintEscape: '取消',
    keyArrows: '方向键',
    keyEnter: '回车',
    nothing: '尚未框选。按方向键可框选屏幕中央。',
    window: '窗口：宽 {{width}}、高 {{height}} 像素，距左 {{x}}、距上 {{y}}。',
    framed: '宽 {{width}}、高 {{height}} 像素，距左 {{x}}、距上 {{y}}。',
    elsewhere: '选框在另一个屏幕上。',
    stands: '已选定区域：宽 {{width}}、高 {{height}} 像素。请选择操作。'
  },
  bar: {
    label: '如何处理该区域',
    copy: '复制文字',
    ask: '提问',
    describe: '描述',
    chart: '图表',
    boxes: '定位',
    pin: '钉住',
    close: '关闭',
    question: '你的问题',
    placeholder: '就这个区域提问…',
    send: '发送',
    thinking: '正在等待回答…',
    answer: '回答',
    copyAnswer: '复制回答',
    copied: '已复制',
    open: '在图库中打开',
    kept: '已存入图库。',
    problem: '没有成功。'
  },
  panel: {
    label: '识别出的文字',
    picture: '截取的图片',
    pinned: '钉住的图片',
    text: '文字',
    noText: '图片中没有找到文字。',
    copy: '复制',
    copied: '已复制',
    edit: '编辑',
    save: '保存',
    discard: '放弃',
    ask: '提问',
    open: '在图库中打开',
    close: '关闭',
    loading: '正在打开…'
  }
}
