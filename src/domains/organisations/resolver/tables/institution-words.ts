// The vocabulary of institutions: each line a concept and the words that mean it, so that names meet across languages.
export const institutionWords = `
university: univ uni universite universitat universitaet universidad universidade universita universitas universitatea universitet universiteti
 universitetas universiteit uniwersytet univerzita univerzitet univerzitetet universiti universitesi universite universitesinin universitate yliopisto ulikool egyetem universitario
 университет университета университеті университети університет универзитет универзитету یونیورسٹی جامعہ جامعة الجامعة دانشگاه دانشگاہ
 daigaku daxue panepistimio πανεπιστήμιο sveuciliste univerziteta universities universitesi universytet universitetet
college: coll colegio collegio kolej колледж کالج كلية kolledj xueyuan colleges kollegium
school: ecole escola escuela scuola schule skola szkola okulu школа سکول مدرسة schools faculte?
faculty: faculte facultad faculdade facolta fakultat fakultaet fakultesi fakulta wydzial факультет دانشکده fac fakultet
department: dept departement departamento dipartimento abteilung departman katedra кафедра شعبہ dep
institute: inst institut instituto istituto instytut institutet institutt instituut enstitusu институт інститут انسٹی ٹیوٹ معهد institution ustav intezet institutes institutul yanjiusuo kenkyujo
academy: acad academie academia accademia akademie akademia akademi akademija академия академии академія اکیڈمی أكاديمية akademisi akademiya akademiyasi
laboratory: lab labs laboratoire laboratorio laboratorium laboratories лаборатория shiyanshi labor laboratoriya
hospital: hosp hopital hospitalier hospitais krankenhaus ospedale hastanesi больница госпиталь ہسپتال مستشفى szpital sairaala sjukhus sykehus ziekenhuis bolnica nemocnice yiyuan byoin spital hospitaller hospitals
clinic: clinique clinica klinik klinikum klinika клиника kliniken
centre: center centro zentrum centrum senter centru merkezi центр مرکز مركز senta ctr zhongxin kozpont keskus centers centres tsentr
national: nationale nacional nazionale nationaux nationales nationaler milli ulusal natl nat nationalen národní narodowy национальный национальная национального национальной قومی ملی وطنية الوطنية ұлттық улуттук nasional quốc nacionales guoli
state: etat estatal statale staatliche staatlich гос государственный государственная государственного государственной державний мемлекеттік мамлекеттик davlat devlet sta gosudarstvenny
technical: technique tecnica tecnico technische technischen technischer technisch teknik techniczny technicky техникалық технический техническая tekniska tekniske tech. techn techniczna tehnica tehnic tehnicki techniques
technology: technol technologie tecnologia tecnologias technologies technologique tecnologico tecnologica tecnologicas tecnologicos teknoloji teknologi technologic технология технологии технологий технологический технологічний технологиялық ٹیکنالوجی technological tehnologii keji technologia technologiczny technologicka
polytechnic: polytechnique politecnico politecnica politecnic politechnika polytechnische politeknik politehnica polytechnical политехнический politehnic polytekniske
science: sci sciences ciencia ciencias scienze scienza wissenschaft wissenschaften bilim bilimler bilimleri наук наука науки سائنس سائنسز علوم العلوم nauki nauk scientifique scientifiques scientific cientifica cientificas cientifico scientifica wissenschaftliche научный научно stiinte ilmu wetenschappen vetenskap
medical: med medicale medico medica medicas medicos medizinische medizinischen tip медицинский медицинская медицины میڈیکل پزشکی طبية الطبية medyczny medicinsk medicinska lekarska yike
medicine: medecine medicina medizin میڈیسن طب медицина medycyny
health: sante salud saude salute gesundheit saglik здоровья здравоохранения صحت بهداشت الصحة
agriculture: agric agr agricultural agricole agricoles agricola agricolas agraria agricultura landwirtschaft landwirtschaftliche tarim аграрный сельскохозяйственный زرعی زراعت کشاورزی الزراعة agronomique agronomic agro rolniczy agronomicas agrarian agrarwissenschaften
engineering: eng engn engng engineer ingenierie ingenieria ingegneria ingenieurwissenschaften engenharia muhendislik инженерный инженерно انجینئرنگ مهندسی الهندسة engenharias
research: res recherche recherches investigacion investigaciones investigacao ricerca ricerche forschung arastirma исследований исследовательский تحقیق تحقیقات پژوهش البحوث onderzoek forskning kutatasi badan cercetare
education: educ educational educacion educacao enseignement educazione bildung erziehung egitim образования образование تعلیم آموزش التربية edu istruzione educativa
pedagogical: pedagogique pedagogica pedagogico padagogische paedagogische педагогический педагогічний педагогикалық pedagogiczny pedagogy
normal: shifan normale
economics: econ economic economique economiques economia economicas economy wirtschaft wirtschaftswissenschaften ekonomi экономический экономики экономика معاشیات اقتصاد economica
management: mgmt gestion gestao yonetim менеджмента управления انتظامیہ مدیریت administration administracion administracao
foreign: etrangeres extranjeras иностранных
applied: appliquee appliquees aplicada aplicadas applicata applicate angewandte uygulamali прикладной прикладных appl appliques
physics: phys physique fisica physik fizik физики физический فزکس
chemistry: chem chimie quimica chimica chemie kimya химии химический chemical chimique quimico chemisches
biology: biol biologie biologia biological biologique biologica biyoloji биологии биологический biologicas biologische
mathematics: math maths mathematique mathematiques matematica matematicas mathematik matematik математики математический mathematical
computer: comput computing computation informatics informatique informatica informatik informatics? computacion
information: informacion informazione informacao информационный информационных informations
communication: commun communications communicat comunicacion comunicacao
law: droit derecho direito diritto recht rechtswissenschaft hukuk юридический права قانون حقوق
arts: art artes arti kunst kunste sanat искусств beaux
humanities: humanites humanidades geisteswissenschaften гуманитарный гуманитарных
social: sociale sociales sociali sociais sozial soziale sosyal социальный социальных سماجی
international: intl internationale internacional internazionale uluslararasi международный международных بین الاقوامی الدولية internationales int internationaler халықаралық
royal: royale real reale konigliche koninklijke konigliches
federal: federale federaux federais федеральный федеральное федерального fed
central: centrale centrales централь центральный zentral zentrale
regional: regionale regionaux региональный
american: americaine americana amerikan американский
islamic: islamique islamica islam اسلامی اسلامية الإسلامية исламский
catholic: catholique catolica cattolica katholische katolik catholica pontificia? katolicki católicas
free: libre freie свободный vrije
open: ouverte abierta aberta offene
women: femmes mujeres frauen خواتین женский womens
children: enfants ninos kinder childrens детский kinderklinik
ministry: ministere ministerio ministero ministerium bakanligi министерство وزارت وزارة mins
agency: agence agencia agenzia agentur ajansi агентство ایجنسی
foundation: fondation fundacion fundacao fondazione stiftung vakfi vakif фонд فاؤنڈیشن بنیاد stichting fundacja fundatia
association: assoc associacion asociacion associacao associazione verein dernegi ассоциация انجمن
society: soc societe sociedad sociedade societa gesellschaft dernek общество
council: conseil consejo conselho consiglio rat kurulu совет کونسل
library: bibliotheque biblioteca bibliothek kutuphanesi библиотека
museum: musee museo museu muzesi музей عجائب muzeum
network: reseau red rede rete netzwerk agi сеть
community: communautaire comunidad comunidade comunitario
environment: environmental environnement medioambiente ambiente umwelt cevre окружающей env environ ambiental ambientales
development: developpement desarrollo desenvolvimento sviluppo entwicklung gelistirme развития ترقی dev
business: commerce commercial comercio negocios ticaret торговый handels betriebswirtschaft
vocational: professionnel profesional professionale mesleki профессиональный zhiye professional
veterinary: vet veterinaire veterinaria tierarztliche ветеринарный
electronics: electron electronic electronique electronica elektronik электроники электронный electr
electrical: elect elec elektrotechnik electrica electrique
mechanical: mech mecanique mecanica maschinenbau
aviation: авиационный aeronautics aeronautical aeronautique
transport: transportation transportes ulasim транспорта путей
energy: energie energia energetic энергетический enerji
industry: industrial industrie industriel industrielle industria промышленный sanayi indus
division: div direction?
general: gen generale allgemeine allgemeines общий umum
physical: physique?
applied science: fachhochschule
hochschule: hogeschool vysoka hogskole hogskola hogskolan
university hospital: universitatsklinikum universitaetsklinikum universitatsklinik universitatskliniken universitatsspital universitatskrankenhaus universitatsmedizin universitaetsmedizin
research centre: forschungszentrum
research institute: forschungsinstitut
south: sud meridional juzhni южный nan? 南
north: nord norte северный bei?
east: est oriental восточный eastern
west: ouest oeste западный western
southern: sudlich
northern: nordlich
saint: st sankt santa san santo sint sao sankt saints sainte ste санкт
new: nouvelle nueva nova neue новый
city: ville ciudad cidade stadt sehir город municipal municipality
people: renmin popular peoples
affiliated: affil
branch: واحد فرع филиал филиали şube sube filial
first: 1st premiere primera premier primer primo
second: 2nd
third: 3rd
fourth: 4th
fifth: 5th
sixth: 6th
seventh: 7th
eighth: 8th
ninth: 9th
tenth: 10th
organization: org organisation organizacion organizacao organizzazione
cancer: krebs cancerologie onkologie oncologico
postgraduate: pg
advanced: adv
observatory: obs observatoire observatorio osservatorio observatorium sternwarte обсерватория
academic: acadadem
graduate: grad
telecommunication: telecommun telecom telecomm
german: deutsch deutsche deutsches deutscher deutschen allemand allemande aleman alemana tedesco tedesca alman немецкий германский
french: francais francaise frances francesa francese franzosisch franzosische fransiz французский
italian: italiano italiana italiani italien italienne italienisch italienische итальянский
spanish: espanol espanola espagnol espagnole spanisch испанский
turkish: turc turque turco turca turkisch turkische turkischen turk турецкий
russian: russe russisch russische rossiyskaya rossiiskaia российский российская российской русский
chinese: chinois chinoise chinesische китайский
japanese: japonais japonaise japanisch японский
british: britannique britanico britanica британский
european: europeen europeenne europeo europea europaische europaisches европейский
brazilian: brasileiro brasileira
swiss: suisse schweizerische schweizerisches
aerospace: aerospatiale aerospatiales aerospaziale aerospaziali aeroespacial аэрокосмический
hospital university centre: chu chru
great: velikogo великого
general hospital: allgemeinkrankenhaus
`
