// The pictures: a life as a line, partners on a map.
import { Section } from '../ui/page.tsx'
import { Timeline } from '../ui/pictures/timeline.tsx'
import { WorldMap } from '../ui/pictures/world-map.tsx'

export const PictureSamples = () => (
  <Section title="Pictures">
    <Timeline label="Life of the agreement" today="2026-11-21" moments={[
      { day: '2025-07-14', words: 'Signed', kind: 'done' },
      { day: '2025-12-03', words: 'First meeting', kind: 'done' },
      { day: '2028-04-01', words: 'Review', kind: 'due', precision: 'month' },
      { day: '2030-07-13', words: 'Term ends', kind: 'end' },
    ]} />
    <WorldMap label="Partners" countColumn="Agreements" points={[
      { id: '1', label: 'Sargodha', latitude: 32.08, longitude: 72.67, weight: 40, to: '/kit?at=1' },
      { id: '2', label: 'Zaozhuang', latitude: 34.81, longitude: 117.32, weight: 9 },
      { id: '3', label: 'Moscow', latitude: 55.7, longitude: 37.53, weight: 2, tone: 'saffron' },
      { id: '4', label: 'Canberra', latitude: -35.28, longitude: 149.12 },
    ]} />
  </Section>
)
