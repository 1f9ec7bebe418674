import type { ChatMessage, InterfaceText, TableText } from './shapes.ts'

/** Texts of the `held-out` set, written for this benchmark. No option of the reader is chosen by what they give. */
export const english: readonly string[] = [
  'Nobody remembers who first planted quince trees along the railway, but every October the platform at Ellery smells of them. Conductors pick up the fallen fruit between trains and sell it for 80 cents a bag.',
  'The line was built in 1887 to carry slate. It has 14 tunnels, 6 viaducts and one station that no timetable mentions; drivers slow to 20 km/h there out of habit.',
  '"We lose about 3% of the ballast to the river each spring," explains Tova Lindqvist, chief of track. "Then we buy it back, one lorry at a time, for $1,260 a load."',
  'Her crew of nine walks the whole route twice a month. They carry a gauge, a can of yellow paint, four flags and a radio that works only on the northern side of the pass.',
  'Last winter a rail cracked near kilometre 41.7 at minus 23 degrees. The signal turned red by itself, exactly as the drawings of 1932 had promised, and the night express stopped with 65 metres to spare.',
  'Afterwards the ministry sent two inspectors, a questionnaire of 118 pages and a bill. Lindqvist framed the bill; it hangs in the waiting room next to a map by J. K. Aldous (1:25,000, third edition).',
  'Travellers seldom notice any of this. They look at the lake, drink coffee from paper cups, and ask whether the Wi-Fi password is still "quince-1887" - it is not.',
  'Freight is another matter. Timber traffic rose from 212 to 340 wagons a week after the sawmill at Orrin reopened, and the old brake vans squeal so loudly that the school closes its windows at 10:15.',
  'A plan to electrify the line has been on the table since 2009. It would cost 94 million, save 5,800 tonnes of diesel a year and, according to one councillor, frighten the herons.',
  'The herons were consulted in their way: a student from the university counted nests for three summers (27, 31, 30) and found that the birds prefer the noisiest bridge of all.',
  'Until a decision is made, the timetable stays on its wooden board. Each line is painted by hand, and the painter, Mr. Quillfeather, refuses to write "approx." on principle.',
  'He keeps his brushes in a jar labelled VARNISH (EMPTY). If the 7:52 is ever moved to 7:49, he says, he will need a smaller brush, a longer ladder and at least one week of dry weather.'
]

export const chinese: readonly string[] = [
  '没有人记得是谁最先在铁路旁种下了木瓜树，但每年十月，小站的月台上总是飘着果香。列车员趁着停车的几分钟捡拾落果，每袋卖八角钱。',
  '这条线路建于1887年，当初是为了运送石板。全线共有14座隧道、6座高架桥，还有一个时刻表上从未出现过的车站，司机们习惯在那里把车速降到每小时20公里。',
  '“每年春天，大约有3%的道砟被河水冲走，”工务段段长梁晓岚解释说，“然后我们再一车一车地买回来，每车要1260元。”',
  '她的班组一共九个人，每个月徒步巡线两次。随身带着轨距尺、一罐黄漆、四面旗子，以及一部只有在山口北侧才有信号的对讲机。',
  '去年冬天，气温降到零下二十三度，41.7公里处的钢轨断裂。信号灯自动变红，与1932年的图纸完全一致，夜间快车在距离断口65米的地方停了下来。',
  '事后，上级派来两名检查员，带来一份118页的调查表和一张账单。段长把账单装进镜框，挂在候车室的地图旁边。',
  '旅客很少注意这些。他们看着湖面，用纸杯喝咖啡，然后询问无线网络的密码是不是还没有更换。',
  '货运则是另一回事。锯木厂恢复生产以后，木材运输从每周212车增加到340车，旧车厢的刹车声太响，学校每天十点一刻都要关上窗户。',
  '电气化的方案从2009年起就摆在桌上。预计投资9400万元，每年可以节约柴油5800吨，不过有一位议员担心会吓跑白鹭。',
  '大学里的一名学生连续三个夏天统计鸟巢，结果分别是27个、31个和30个，而且白鹭最喜欢的恰恰是噪声最大的那座桥。',
  '在作出决定之前，时刻表仍然写在木板上。每一行字都是手工绘制的，画师坚持认为“大约”两个字不应当出现在车站里。',
  '他把画笔放在一个贴着“清漆（空）”标签的瓶子里。如果七点五十二分的列车改到七点四十九分，他说，那就需要更细的笔、更长的梯子，以及至少一周的晴天。'
]

export const chat: readonly ChatMessage[] = [
  { name: 'Tova', time: '16:02', text: '各位，线上的 cron job 又跑了两遍，duplicate key 报错 48 次。' },
  { name: '何立', time: '16:03', text: '我看到了，是 scheduler 的 lock 没有释放，TTL 设成了 0。' },
  { name: 'Jonas', time: '16:05', text: 'Can we just set it to 30 s? 先止血，明天再写 postmortem。' },
  { name: '何立', time: '16:08', text: '可以。PR #917 已经提交，只改了 lock.go 里的一行，请帮忙 review。' },
  { name: 'Tova', time: '16:11', text: 'Approved. 合并之后记得把 staging 的 feature flag 关掉。' },
  { name: 'Jonas', time: '16:19', text: '部署完成，error rate 从 2.7% 降到 0.04%，用时 6 分 12 秒。' },
  { name: '何立', time: '16:24', text: '另外磁盘只剩 11 GB 了，/var/log/journal 占了一半，我来清理。' },
  { name: 'Tova', time: '16:26', text: '好的。下周一开始轮到 Priya on-call，交接文档放在 wiki 首页。' },
  { name: 'Jonas', time: '16:31', text: 'One more thing: iOS 客户端 5.3.1 的崩溃率是 0.9%，需要 hotfix。' },
  { name: '何立', time: '16:35', text: '已经定位到了，是 JSON 解析时 null 没有处理，今晚发 5.3.2。' },
  { name: 'Tova', time: '16:40', text: '辛苦大家！Friday 下午茶我请客，想喝什么请填表格。' }
]

export const rooms: readonly string[] = [
  '#incidents',
  '#backend',
  '#random',
  '值班交接',
  '前端小组',
  'Starred',
  '何立',
  'Jonas Weller'
]

export const instruments: TableText = {
  title: 'Instruments on loan, spring term',
  head: ['Tag', 'Instrument', 'Borrower', 'Since', 'Deposit', 'Value', 'State'],
  rows: [
    ['MU-0417', 'Viola, 16 inch', 'Ada Petrescu', '2025-02-03', '75.00', '1,840.00', 'Good'],
    ['MU-0422', 'Bass clarinet', 'H. Yamane', '2025-01-20', '120.00', '4,275.50', 'Needs pads'],
    ['MU-0431', 'Cornet in B flat', 'Leo Marchetti', '2025-03-11', '40.00', '690.00', 'Good'],
    ['MU-0436', 'Hand bells (13)', 'St. Brigid School', '2024-11-29', '60.00', '1,125.00', 'One cracked'],
    ['MU-0440', 'Double bass 3/4', 'Wren Okafor', '2025-02-17', '150.00', '6,300.00', 'Good'],
    ['MU-0448', 'Tenor recorder', 'J. Quist', '2025-01-08', '15.00', '210.00', 'Good'],
    ['MU-0453', 'Snare drum 14x5', 'Town Band', '2024-12-12', '35.00', '385.00', 'New head'],
    ['MU-0459', 'Oboe, student', 'Mina Farrokh', '2025-03-02', '90.00', '2,480.00', 'In repair'],
    ['MU-0461', 'French horn, double', 'Eli Brandt', '2025-02-25', '130.00', '3,960.00', 'Good'],
    ['MU-0467', 'Glockenspiel', 'Hill Road Nursery', '2025-01-15', '20.00', '265.00', 'Mallet lost'],
    ['MU-0470', 'Cello, half size', 'Iris Vandermeer', '2024-10-30', '80.00', '1,575.00', 'Good'],
    ['MU-0478', 'Piccolo, silver', 'N. Zabala', '2025-03-19', '55.00', '1,310.00', 'Good']
  ]
}

export const shipments: TableText = {
  title: '冷链运输记录（第三季度）',
  head: ['单号', '货物', '发货地', '目的地', '重量', '温度', '状态'],
  rows: [
    ['LY-20871', '鲜牛奶', '呼和浩特', '北京', '8600千克', '4℃', '已签收'],
    ['LY-20873', '三文鱼', '大连', '上海', '1250千克', '零下18℃', '运输中'],
    ['LY-20880', '草莓', '丹东', '沈阳', '430千克', '2℃', '已签收'],
    ['LY-20894', '疫苗', '武汉', '拉萨', '96千克', '5℃', '待核对'],
    ['LY-20902', '冰淇淋', '天津', '郑州', '3700千克', '零下22℃', '延误'],
    ['LY-20915', '荔枝', '茂名', '成都', '2180千克', '3℃', '已签收'],
    ['LY-20923', '豆腐', '淮南', '合肥', '540千克', '4℃', '退回'],
    ['LY-20931', '牛排', '青岛', '西安', '1920千克', '零下18℃', '运输中'],
    ['LY-20946', '鲜花', '昆明', '哈尔滨', '310千克', '6℃', '已签收'],
    ['LY-20958', '酸奶', '石家庄', '济南', '5400千克', '4℃', '待核对'],
    ['LY-20967', '蓝莓', '贵阳', '广州', '275千克', '2℃', '已签收'],
    ['LY-20972', '血浆', '南昌', '福州', '64千克', '零下30℃', '运输中']
  ]
}

export const preferences: InterfaceText = {
  menu: ['Session', 'Track', 'Mixer', 'Transport', 'Plugins', 'Options', 'Support'],
  sections: [
    'Audio devices',
    'Recording',
    'Playback',
    'Metering',
    'Colours and fonts',
    'Mouse and trackpad',
    'Surfaces',
    'Libraries',
    'Backup',
    'Licences',
    'Experiments',
    'Diagnostics'
  ],
  groups: [
    {
      title: 'Audio devices',
      entries: [
        'Driver: JACK 1.9.21',
        'Sample rate: 48000 Hz',
        'Buffer: 256 samples (5.3 ms)',
        'Reconnect when a device returns'
      ]
    },
    {
      title: 'Recording',
      entries: [
        'Count in: 2 bars',
        'File format: FLAC, 24 bit',
        'Name takes by track and date',
        'Stop when less than 2 GB is free',
        'Monitor the input while armed'
      ]
    },
    {
      title: 'Playback',
      entries: [
        'Follow the playhead',
        'Loop between locators',
        'Declick at edits: 64 samples',
        'Mute tracks that are hidden'
      ]
    },
    {
      title: 'Metering',
      entries: [
        'Peak hold: 3 seconds',
        'Target loudness: -16 LUFS',
        'Show clipping above -0.1 dBFS',
        'Meter decay: medium',
        'Dim the master by 20 dB'
      ]
    },
    {
      title: 'Backup',
      entries: [
        'Every 15 minutes to ~/Sessions/backup',
        'Keep 12 copies of each session',
        'Skip files larger than 750 MB',
        'Last backup: Tuesday, 18:22'
      ]
    },
    {
      title: 'Licences',
      entries: [
        'Registered to Wren Okafor',
        'Seats used: 2 of 3',
        'Valid until 31 Jan 2027',
        'Release this computer...'
      ]
    }
  ],
  status: ['Bar 57.3.120', '132.5 BPM', '7/8', 'DSP 18%', 'xruns: 0', 'Disk: 3h 41m left']
}

export const chinesePreferences: InterfaceText = {
  menu: ['会话', '轨道', '混音', '走带', '插件', '选项', '支持'],
  sections: [
    '音频设备',
    '录音',
    '播放',
    '电平表',
    '颜色与字体',
    '鼠标与触控板',
    '控制台',
    '素材库',
    '备份',
    '许可证',
    '实验功能',
    '诊断'
  ],
  groups: [
    { title: '音频设备', entries: ['采样率：48000赫兹', '缓冲区：256个采样', '设备恢复后重新连接', '独占模式'] },
    {
      title: '录音',
      entries: ['预备拍：2小节', '文件格式：无损，24位', '按轨道和日期命名', '剩余空间不足时停止', '录音时监听输入']
    },
    { title: '播放', entries: ['跟随播放头', '在标记之间循环', '编辑点淡化', '静音隐藏的轨道'] },
    { title: '电平表', entries: ['峰值保持3秒', '目标响度：负16', '显示过载', '衰减速度：中等', '总输出降低20分贝'] },
    {
      title: '备份',
      entries: ['每15分钟备份一次', '每个会话保留12份', '跳过大于750兆的文件', '上次备份：星期二18:22']
    },
    { title: '许可证', entries: ['注册给：欧阳雯', '已使用2个席位，共3个', '有效期至2027年1月31日', '释放这台电脑'] }
  ],
  status: ['第57小节', '每分钟132拍', '处理器占用18%', '磁盘剩余3小时41分']
}
