import type { common as english } from '../en/common.ts'
import type { Translation } from '../translation.ts'

export const common: Translation<typeof english> = {
  retry: '重试',
  undo: '撤销',
  close: '关闭',
  cancel: '取消',
  copy: '复制',
  copied: '已复制',
  copyProblem: '复制详情',
  save: '保存',
  remove: '移除',
  delete: '删除',
  edit: '编辑',
  done: '完成',
  more: '更多',
  open: '打开',
  rail: {
    label: '主导航',
    capture: '截图',
    add: '添加',
    library: '图库',
    batch: '批量',
    settings: '设置',
    palette: '命令',
    waiting_one: '队列中有 {{count}} 张图片',
    waiting_other: '队列中有 {{count}} 张图片'
  },
  panes: {
    library: '图库',
    viewer: '图片',
    result: '结果',
    composer: '提问',
    libraryWidth: '图库宽度',
    resultWidth: '图片宽度',
    showLibrary: '显示图库',
    hideLibrary: '隐藏图库'
  },
  loading: {
    window: '正在打开图库…',
    windowLong: '意外退出后会先检查整个图库，图库较大时会花一些时间。',
    room: '正在加载…'
  },
  drop: {
    title: '松开即可识别',
    text: '图片、PDF、文件夹或图片链接'
  },
  nothing: {
    title: '尚未选择图片',
    text: '把图片拖到窗口任意位置，或粘贴图片，或截取屏幕的一部分。',
    capture: '截取区域',
    add: '添加图片',
    sample: '试用示例'
  },
  address: {
    title: '从网址添加',
    label: '图片网址',
    text: '只从这个网址下载一次。',
    add: '添加'
  },
  refused_one: '未能添加 {{name}}',
  refused_other: '有 {{count}} 个文件未能添加',
  update: {
    ready: '{{version}} 版已就绪。',
    install: '重启并安装'
  },
  deleted_one: '已删除 {{count}} 个条目',
  deleted_other: '已删除 {{count}} 个条目',
  textCopied: '文本已复制'
}
