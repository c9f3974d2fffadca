// The few signs of the house, drawn with one pen. Never without a word beside them or behind them.
const paths = {
  today: 'M3 6.5h14M6 3v3m8-3v3M4 4.5h12a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1Zm3 8 2 2 4-4',
  organisations: 'M3 17h14M4.5 17V8.5m11 8.5V8.5M8 17v-5.5h4V17M2.5 8.5 10 3.5l7.5 5',
  agreements: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5m-5 3h5',
  draft: 'M4.5 17h11M5 13.500 13 5.500l2 2L7 15.500l-2.600.6Z',
  alliances: 'M10 7a2.2 2.2 0 1 0 0-4.400A2.2 2.2 0 0 0 10 7Zm-5.3 9.400a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Zm10.6 0a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM8.9 6.900l-3.1 5.300m5.3-5.3 3.1 5.300M6.9 14.200h6.2',
  import: 'M10 3v9m-3.5-3L10 12.5 13.5 9M3.5 13v3.500h13V13',
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M13 4.200v3.600M7 12.200v3.6',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 4 4',
  language: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3.2 10h13.600M10 3c2.5 2 2.5 12 0 14-2.5-2-2.5-12 0-14Z',
  person: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.5-3.5 3-5 6-5s5.5 1.5 6 5',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.500H3.500ZM8.500 17.500h3',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5.5 8 4.5 4.500L14.5 8',
  forward: 'm8 5.5 4.5 4.500L8 14.5',
  check: 'm4 10.5 4 4 8-9',
  copy: 'M7 7V3.500h9.500V13H13M3.5 7H13v9.500H3.500Z',
  warning: 'M10 3 2.5 16.500h15ZM10 8v4m0 2.200v.1',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  sortUp: 'm6 11.5 4-4 4 4',
  sortDown: 'm6 8.5 4 4 4-4',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  const stroke = name === 'more' ? 2.4 : 1.4
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={stroke} strokeLinecap="round"
      strokeLinejoin="round" aria-hidden="true" className={name === 'forward' ? 'flips' : undefined}>
      <path d={paths[name]} />
    </svg>
  )
}
