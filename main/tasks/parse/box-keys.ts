/** Keys as models name a box, the usual ones first; as `plainKey` writes them. */
export const boxKeys = [
  'bbox2d',
  'box2d',
  'bbox',
  'box',
  'boundingbox',
  'coordinates',
  'coords',
  'bboxes',
  'boxes',
  'rect',
  'position'
] as const

/** Keys as models name what is in a box, the usual ones first. */
export const labelKeys = [
  'label',
  'name',
  'category',
  'class',
  'classname',
  'type',
  'textcontent',
  'text',
  'object',
  'title',
  'description',
  'sublabel'
] as const

/** Keys of points, which are no boxes. */
export const pointKeys = ['point2d', 'point', 'points', 'keypoint', 'center'] as const
