import { describe, expect, it } from 'vitest'
import { useVisionServer } from '../in-tests.ts'
import { playRaw } from '../raw-client.ts'
import { eventsOf, finishReasons, joinDeltas } from '../read-events.ts'
import { chatBody } from '../request.ts'

const server = useVisionServer()

describe('boxes', () => {
  const prompt = 'Locate every instance of "cat". [{"bbox_2d": [x1, y1, x2, y2], "label": "..."}]'

  it.each([
    ['boxes-fence', /^```json\n\[[^]*\]\n```$/],
    ['boxes-open-fence', /^```json\n\[[^]*\]$/],
    ['boxes-prose', /^Sure![^]*\n\[[^]*\]\n\n/],
    ['boxes-truncated', /\{"bbox_2d":\[[\d, ]*$/],
    ['boxes-over-range', /-20,100,450,1100/],
    ['boxes-reversed', /\[450,500,50,100\]/],
    ['boxes-absolute', /\[3,3,29,16\]/],
    ['boxes-unit', /\[0\.05,0\.1,0\.45,0\.5\]/],
    ['boxes-y-first', /"box_2d":\[100,50,500,450\]/],
    ['boxes-strings', /\["50","100","450","500"\]/],
    ['boxes-nested', /\[\[50,100,450,500\]\]/],
    ['boxes-brackets', /"bbox_2d":\[50,100,450,500,"label"/],
    ['boxes-single-quotes', /\{'bbox_2d':\[50,100,450,500\],'label':'cat'\}/],
    ['boxes-comma', /\},\n\]$/],
    ['boxes-no-label', /\{"bbox_2d":\[50,100,450,500\]\}[^]*"name":"cat"/],
    ['boxes-map', /^\{"cat 0":\[50,100,450,500\],/],
    ['boxes-zero-area', /\[500,500,500,800\]/],
    ['boxes-empty', /^```json\n\[\]\n```$/],
    ['boxes-single', /^\{"bbox_2d":\[50,100,450,500\],"label":"cat"\}$/]
  ])('%s', async (scenario, form) => {
    expect(joinDeltas(eventsOf(await playRaw(server(), scenario, {}, chatBody(prompt))))).toMatch(form)
  })

  it('boxes-duplicates repeats one box until the limit', async () => {
    const events = eventsOf(await playRaw(server(), 'boxes-duplicates', {}, chatBody(prompt)))
    expect(joinDeltas(events).match(/\[50,100,450,500\]/g)?.length).toBeGreaterThanOrEqual(200)
    expect(finishReasons(events)).toEqual(['length'])
  })
})
