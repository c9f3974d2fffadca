// A small register of well-known organisations for the resolver's tests: public facts only.
import { Resolver } from './resolver.ts'
import type { Known, Name, NameKind } from './types.ts'

type Row = Partial<Omit<Known, 'names'>> & { id: string; names: (string | [NameKind, string, string?])[] }

export const rows: Row[] = [
  { id: 'wisconsin', country: 'US', city: 'Madison', names: ['University of Wisconsin–Madison', ['acronym', 'UW'], ['label', 'Universidad de Wisconsin-Madison', 'es']] },
  { id: 'wisconsin-milwaukee', country: 'US', city: 'Milwaukee', names: ['University of Wisconsin–Milwaukee', ['acronym', 'UWM']] },
  { id: 'canberra', country: 'AU', city: 'Canberra', names: ['University of Canberra', ['acronym', 'UC']] },
  { id: 'canberra-hospital', country: 'AU', city: 'Canberra', kind: 'healthcare', names: ['Canberra Hospital'] },
  { id: 'manas', country: 'KG', city: 'Bishkek', names: ['Kyrgyz-Turkish Manas University', ['label', 'Кыргызско-Турецкий университет Манас', 'ru']] },
  { id: 'putra', country: 'MY', city: 'Serdang', names: ['Universiti Putra Malaysia', ['acronym', 'UPM']] },
  { id: 'lmu', country: 'DE', city: 'Munich', names: ['Ludwig-Maximilians-Universität München', ['acronym', 'LMU'], ['label', 'Ludwig Maximilian University of Munich', 'en']] },
  { id: 'tum', country: 'DE', city: 'Munich', names: ['Technical University of Munich', ['label', 'Technische Universität München', 'de'], ['acronym', 'TUM']] },
  { id: 'ulm', country: 'DE', city: 'Ulm', names: ['University of Ulm'] },
  { id: 'duisburg', country: 'DE', city: 'Duisburg', names: ['University of Duisburg-Essen', ['acronym', 'UDE'], ['label', 'Universität Duisburg-Essen', 'de']] },
  { id: 'nust-pk', country: 'PK', city: 'Islamabad', names: ['National University of Sciences and Technology', ['acronym', 'NUST']] },
  { id: 'nust-zw', country: 'ZW', city: 'Bulawayo', names: ['National University of Science and Technology', ['acronym', 'NUST']] },
  { id: 'nust-om', country: 'OM', city: 'Muscat', names: ['National University of Science and Technology'] },
  { id: 'sargodha', country: 'PK', city: 'Sargodha', names: ['University of Sargodha', ['label', 'یونیورسٹی آف سرگودھا', 'ur']] },
  { id: 'punjab', country: 'PK', city: 'Lahore', names: ['University of the Punjab', ['label', 'جامعہ پنجاب', 'ur']] },
  { id: 'lahore', country: 'PK', city: 'Lahore', names: ['University of Lahore'] },
  { id: 'lanzhou', country: 'CN', city: 'Lanzhou', names: ['Lanzhou University', ['label', '兰州大学', 'zh'], ['acronym', 'LZU']] },
  { id: 'wuhan-tech', country: 'CN', city: 'Wuhan', names: ['Wuhan University of Technology'] },
  { id: 'wuhan', country: 'CN', city: 'Wuhan', names: ['Wuhan University', ['label', '武汉大学', 'zh']] },
  { id: 'xjtu', country: 'CN', city: "Xi'an", names: ["Xi'an Jiaotong University", ['label', '西安交通大学', 'zh'], ['acronym', 'XJTU']] },
  { id: 'cas', country: 'CN', city: 'Beijing', names: ['Chinese Academy of Sciences', ['acronym', 'CAS']] },
  { id: 'zoology', country: 'CN', city: 'Beijing', kind: 'facility', parentId: 'cas', names: ['Institute of Zoology', ['label', '动物研究所', 'zh']] },
  { id: 'seoul', country: 'KR', city: 'Seoul', names: ['Seoul National University', ['acronym', 'SNU']] },
  { id: 'tampere-tech', country: 'FI', city: 'Tampere', status: 'inactive', successorId: 'tampere', names: ['Tampere University of Technology', ['acronym', 'TUT']] },
  { id: 'tampere', country: 'FI', city: 'Tampere', names: ['Tampere University'] },
  { id: 'bauman', country: 'RU', city: 'Moscow', names: ['Bauman Moscow State Technical University', ['former', 'Moscow Higher Technical School']] },
  { id: 'kazan', country: 'RU', city: 'Kazan', names: ['Kazan Federal University', ['label', 'Казанский федеральный университет', 'ru']] },
  { id: 'surakarta', country: 'ID', city: 'Surakarta', names: ['Muhammadiyah University of Surakarta', ['label', 'Universitas Muhammadiyah Surakarta', 'id']] },
  { id: 'vienna', country: 'AT', city: 'Vienna', names: ['University of Vienna', ['label', 'Universität Wien', 'de']] },
  { id: 'vienna-medical', country: 'AT', city: 'Vienna', names: ['Medical University of Vienna', ['label', 'Medizinische Universität Wien', 'de']] },
  { id: 'freiburg', country: 'DE', city: 'Freiburg', names: ['University of Freiburg', ['label', 'Albert-Ludwigs-Universität Freiburg', 'de']] },
  { id: 'siemens-de', country: 'DE', kind: 'company', names: ['Siemens (Germany)', ['alias', 'Siemens AG']] },
  { id: 'siemens-cn', country: 'CN', kind: 'company', names: ['Siemens (China)'] },
  { id: 'jamia', country: 'IN', city: 'New Delhi', names: ['Jamia Millia Islamia', ['label', 'जामिया मिलिया इस्लामिया', 'hi']] },
  { id: 'fao', country: 'IT', city: 'Rome', kind: 'nonprofit', names: ['Food and Agriculture Organization of the United Nations', ['acronym', 'FAO']] },
  { id: 'isfahan', country: 'IR', city: 'Isfahan', names: ['Isfahan University of Medical Sciences'] },
  { id: 'gambia', country: 'GM', city: 'Banjul', names: ['University of the Gambia', ['acronym', 'UTG']] },
  { id: 'southern-denmark', country: 'DK', city: 'Odense', names: ['University of Southern Denmark', ['label', 'Syddansk Universitet', 'da']] },
  { id: 'milano', country: 'IT', city: 'Milan', names: ['Politecnico di Milano', ['label', 'Polytechnic University of Milan', 'en']] },
  { id: 'north-carolina', country: 'US', city: 'Raleigh', names: ['North Carolina State University', ['acronym', 'NCSU']] },
  { id: 'ankara', country: 'TR', city: 'Ankara', names: ['Ankara University', ['label', 'Ankara Üniversitesi', 'tr']] },
  { id: 'ankara-science', country: 'TR', city: 'Ankara', names: ['Ankara Science University', ['label', 'Ankara Bilim Üniversitesi', 'tr']] },
]

const places = ['Hamburg', 'Bremen', 'Lagos', 'Nairobi', 'Quito', 'Bogota', 'Oslo', 'Bergen', 'Turku', 'Riga', 'Tartu', 'Porto', 'Braga', 'Ghent', 'Lima', 'Hanoi', 'Kyoto', 'Osaka', 'Nagoya', 'Busan',
  'Dhaka', 'Kathmandu', 'Colombo', 'Tehran', 'Shiraz', 'Baghdad', 'Amman', 'Cairo', 'Tunis', 'Rabat', 'Dakar', 'Accra', 'Kampala', 'Lusaka', 'Harare', 'Sofia', 'Zagreb', 'Belgrade', 'Minsk', 'Tbilisi']

/** Other universities, so that words weigh about as they do in a large register. */
const crowd: Row[] = places.flatMap(place => ['University of %', '% University of Technology', '% State Medical University', 'National Institute of % Sciences', '% Hospital'].map((pattern, index) =>
  ({ id: `${place}-${index}`, city: place, names: [pattern.replace('%', place)] })))

export function known({ names, ...row }: Row): Known {
  const all: Name[] = names.map((name, index) => typeof name === 'string'
    ? { text: name, lang: 'en', kind: index === 0 ? 'display' : 'label' }
    : { kind: name[0], text: name[1], lang: name[2] ?? null })
  return { ror: null, status: 'active', successorId: null, parentId: null, kind: 'education', country: null, city: null, domain: null, local: false, ...row, names: all }
}

export function exampleResolver(): Resolver {
  const resolver = new Resolver()
  for (const row of [...crowd, ...rows]) resolver.add(known(row))
  return resolver
}
