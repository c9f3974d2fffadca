// Where each check and each ready-made set of rules was taken from. What is «derived» is Pamir's own conclusion, and says so.
import type { RuleSetName, Severity, Source } from './rule-model.ts'

const known: Record<string, [title: string, url: string | null]> = {
  'text-001': ['Sargodha–Zaozhuang memorandum: a Joint Coordination Committee of equal representation, convened annually', null],
  'cn-pl': ['China–Poland committee for scientific and technical cooperation, statute', 'http://fsou.com/html/text/eag/1006636/100663610_1.html'],
  'cn-dd': ['China–GDR standing committee for scientific and technical cooperation, statute, 1986', 'https://newton.com.tw/wiki/中國和民主德國科學技術合作常任委員會章程'],
  'cn-mk': ['China–Macedonia committee for scientific and technical cooperation, statute', 'http://fdtk.net/index.php/one-belt-one-road-treaty/bilateral-treaties/2020-09-24-08-30-31/2019-02-14-07-30-05'],
  'cn-ph': ['China–Philippines agreement on scientific and technical cooperation', 'http://ask.fsou.com/html/text/eag/1006681/100668184_1.html'],
  'cfcrs-21': ['Regulations on Chinese-Foreign Cooperation in Running Schools, article 21', 'http://www.zlcool.com/yy/6/e9174_4.html'],
  'cfcrs-24': ['Regulations on Chinese-Foreign Cooperation in Running Schools, article 24', 'http://www.lawxp.com/wl/statuteInfo/Provision.aspx?iid=1000036050'],
  'eu-ru': ['EU–Russia Cooperation Council, rules of procedure, OJ L 87/1998', 'https://lexaris.de/book/version/documentflat/head/2052587'],
  'eu-tj': ['EU–Tajikistan Cooperation Council, rules of procedure', 'https://eumonitor.eu/9353000/1/j4nvirkkkr58fyw_j9vvik7m1c3gyxp/vik0i0xnbyz2'],
  'uk-eu': ['UK–EU Withdrawal Agreement, article 164: Joint Committee', 'https://gov.uk/government/publications/factsheet-withdrawal-agreement-joint-committee/withdrawal-agreement-joint-committee'],
  'uk-eu-35': ['EU (Withdrawal Agreement) Bill, explanatory notes, clause 35: no written procedure', 'https://publications.parliament.uk/pa/bills/cbill/58-01/0001/en/20001en55.htm'],
  'uk-eea': ['UK–EEA EFTA Separation Agreement Joint Committee, rules of procedure (read in part)', 'https://www.gov.uk/government/publications/separation-agreement-joint-committee-rules-of-procedure/separation-agreement-joint-committee-rules-of-procedure'],
  jica: ['JICA technical cooperation: Joint Coordinating Committee', 'http://www.jica.go.jp/project/english/philippines/0702313/02/0104.html'],
  emcl: ['Erasmus Mundus EMCL: joint commission', 'https://emcl-study.eu/fileadmin/emcl_booklet_tree/mp_aoc_jointcommission.html'],
  euhem: ['Erasmus Mundus EuHEM: consortium board', 'http://eu-hem.eu/consortium-board/'],
  desca: ['DESCA consortium agreement: decisions without a meeting', 'https://lawinsider.com/clause/decisions-without-a-meeting'],
  'desca-agenda': ['DESCA consortium agreement: adding agenda items', 'https://www.markettransfer.info/clause/adding-agenda-items/_9'],
  'desca-call': ['DESCA consortium agreement: convening meetings', 'https://lawinsider.com/hu/clause/convening-meetings'],
  jsc: ['Curis–Genentech collaboration agreement: joint steering committee (exhibit filed with the SEC)', null],
  cost: ['COST action: management committee', 'https://typo.uni-konstanz.de/parseme/index.php/organization/management-committee'],
  unita: ['UNITA: governance board', 'https://unitapedia.univ-unita.eu/index.php?section=5&title=Governance_Board&veaction=edit'],
  uasr: ['University Alliance of the Silk Road: membership application', 'http://uasr.xjtu.edu.cn/About_UASR/Membership_Application.htm'],
  nbpt: ['Ningbo Polytechnic: alliance council charter', 'https://en.nbpt.edu.cn/2020/0909/c1548a88737/page.htm'],
  charters: ['Charters of Belt and Road alliances', 'http://brvea-en.spvec.com.cn/info/1153/1110.htm'],
  'sco-u': ['SCO University: management system', 'https://kstu.kz/sistema-upravleniya-universitetom-shos-2/?lang=en'],
  unica: ['UNICA network: internal rules', 'http://www.unica-network.eu/page/internal-rules'],
  uwa: ['University of Western Australia: committee rules', 'https://www.governance.uwa.edu.au/committees/principles/rules'],
  'circle-u': ['Circle U.: management board', 'https://www.circle-u.eu/about/organisation/governance-structure/management-board/'],
  coi: ['University of Warwick: conflicts of interest in committees', 'https://www2.warwick.ac.uk/services/gov/committeesecs/committee-chair-members/during/'],
  'stacks-36': ['Stacks governance: action items', null],
  decidim: ['Decidim: immutable minutes, discussion 2862', null],
  derived: ['Derived by Pamir', null],
}

const from = (...tags: string[]): Source[] => tags.map((tag) => ({ tag, title: known[tag]![0], url: known[tag]![1] }))

export const checks: Record<string, { severity: Severity; sources: Source[] }> = Object.fromEntries(([
  ['g01', 'blocks', ['text-001', 'cn-dd', 'jsc']], ['g02', 'blocks', ['cfcrs-21']], ['g03', 'warns', ['derived']], ['g04', 'blocks', ['cn-pl', 'cn-dd', 'eu-ru', 'cfcrs-21', 'jica']],
  ['g05', 'blocks', ['eu-ru', 'cost']], ['g06', 'blocks', ['cn-pl', 'emcl', 'jsc']], ['g07', 'blocks', ['cost', 'unita']], ['g08', 'warns', ['emcl', 'unita', 'nbpt', 'uk-eea']],
  ['g09', 'informs', ['uwa']], ['g10', 'warns', ['text-001', 'jica', 'cfcrs-21', 'eu-tj']], ['g11', 'warns', ['uk-eu', 'cfcrs-21', 'desca-call']], ['g12', 'informs', ['cn-pl', 'uk-eea']],
  ['g13', 'warns', ['cn-dd', 'cn-mk', 'desca-call']], ['g14', 'warns', ['eu-ru', 'uk-eea']], ['g15', 'blocks', ['desca-agenda']], ['g16', 'warns', ['text-001', 'cn-pl', 'cn-mk', 'jica']],
  ['g17', 'blocks', ['cfcrs-24', 'uasr', 'unita']], ['g18', 'warns', ['circle-u']], ['g19', 'blocks', ['emcl', 'jsc', 'cost']], ['g20', 'blocks', ['jsc']], ['g21', 'blocks', ['coi']],
  ['g22', 'blocks', ['desca', 'cn-pl', 'cn-dd']], ['g23', 'blocks', ['uk-eu-35']], ['g24', 'warns', ['uk-eea', 'derived']], ['g25', 'blocks', ['cn-mk', 'coi']], ['g26', 'blocks', ['cn-pl', 'cn-mk', 'jica']],
  ['g27', 'blocks', ['cn-pl', 'cn-mk']], ['g28', 'blocks', ['cn-pl', 'decidim']], ['g29', 'warns', ['stacks-36']], ['g30', 'warns', ['charters', 'nbpt']], ['g31', 'warns', ['sco-u', 'eu-ru']], ['g33', 'warns', ['unica']],
] as const).map(([id, severity, tags]) => [id, { severity, sources: from(...tags) }]))

export const setSources: Record<RuleSetName, Source[]> = {
  'joint-coordination-committee': from('text-001', 'cn-pl', 'cn-dd', 'cn-mk'), 'joint-management-committee': from('cfcrs-21', 'cfcrs-24'), 'project-committee': from('jica'),
  'consortium-board': from('emcl', 'euhem', 'desca'), 'executive-council': from('uasr', 'charters', 'nbpt', 'unita'), 'working-group': from('unica', 'derived'),
  secretariat: from('nbpt', 'derived'), jury: from('coi', 'derived'), assembly: from('charters', 'cost'),
}
