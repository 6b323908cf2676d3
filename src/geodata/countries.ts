import { placeKey } from "./place-names";

/** ISO 3166-1 alpha-2 and alpha-3 codes, two and three letters in turn; XK is the customary code of Kosovo. */
const CODES =
  "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL " +
  "BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD " +
  "CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA " +
  "DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF " +
  "GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN " +
  "IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA " +
  "KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE " +
  "MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM " +
  "NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM " +
  "PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN " +
  "SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL " +
  "TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR " +
  "VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

/** Names in use besides the English one; in the form of `placeKey`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  US: "unitedstatesofamerica theunitedstates theunitedstatesofamerica america etatsunis estadosunidos vereinigtestaaten eeuu unitedstate",
  GB: "uk greatbritain britain england scotland wales northernireland unitedkingdomofgreatbritainandnorthernireland eng sct wls nir grossbritannien",
  DE: "deutschland allemagne alemania germania federalrepublicofgermany brd",
  AT: "osterreich oesterreich autriche",
  CH: "schweiz suisse svizzera",
  FR: "frankreich francia",
  BE: "belgie belgique belgien",
  NL: "nederland holland thenetherlands niederlande paysbas",
  ES: "espana spanien espagne",
  IT: "italia italien italie",
  IE: "eire republicofireland irland",
  PL: "polska polen",
  SE: "sverige schweden",
  NO: "norge norwegen",
  DK: "danmark danemark",
  FI: "suomi finnland",
  CZ: "czechrepublic ceskarepublika cesko tschechien",
  SK: "slovakrepublic slovensko",
  HU: "magyarorszag ungarn",
  GR: "hellas griechenland",
  TR: "turkey turkiye",
  RU: "russianfederation rossiya",
  KR: "korea southkorea republicofkorea korearepublicof rok",
  KP: "northkorea dprk",
  CN: "peoplesrepublicofchina prc mainlandchina",
  TW: "taiwanroc taiwanprovinceofchina chinesetaipei",
  HK: "hongkong hongkongsar",
  MO: "macau macao",
  JP: "nippon nihon",
  VN: "vietnam",
  LA: "laos laopdr",
  MM: "burma myanmar",
  CI: "ivorycoast cotedivoire",
  CD: "drc drcongo congokinshasa democraticrepublicofthecongo",
  CG: "congo congobrazzaville republicofthecongo",
  CV: "capeverde caboverde",
  SZ: "swaziland eswatini",
  MK: "macedonia fyrom",
  MD: "moldova republicofmoldova",
  TZ: "tanzania unitedrepublicoftanzania",
  IR: "iran islamicrepublicofiran",
  SY: "syria syrianarabrepublic",
  VE: "venezuela bolivarianrepublicofvenezuela",
  BO: "bolivia plurinationalstateofbolivia",
  BN: "brunei bruneidarussalam",
  PS: "palestine palestinianterritories stateofpalestine",
  VA: "vatican holysee vaticancity",
  AE: "uae emirates",
  SA: "ksa saudiarabia",
  ZA: "rsa",
  BR: "brasil",
  MX: "mejico",
  PH: "thephilippines",
  BA: "bosnia bosniaherzegovina",
  TL: "easttimor",
  VI: "usvirginislands virginislandsus unitedstatesvirginislands",
  GM: "thegambia",
  BS: "thebahamas",
};

const englishNames = new Intl.DisplayNames("en", { type: "region" });
const codeByKey = new Map<string, string>();

function fillCodes(): void {
  for (const pair of CODES.split(" ")) {
    const code = pair.slice(0, 2);
    codeByKey.set(placeKey(englishNames.of(code) ?? code), code);
    for (const name of OTHER_NAMES[code]?.split(" ") ?? []) codeByKey.set(name, code);
  }
  // codes last: three letters are a code before they are anybody's name
  for (const pair of CODES.split(" ")) {
    codeByKey.set(pair.slice(0, 2).toLowerCase(), pair.slice(0, 2));
    codeByKey.set(pair.slice(2).toLowerCase(), pair.slice(0, 2));
  }
}

/** ISO 3166-1 alpha-2 code of a country given by code or name in any usual spelling; undefined where unknown. */
export function countryCode(text: string): string | undefined {
  if (codeByKey.size === 0) fillCodes();
  const letters = text.toLowerCase().replace(/[^\p{L}]/gu, "");
  return codeByKey.get(letters) ?? codeByKey.get(placeKey(text));
}

/** Every country's ISO 3166-1 alpha-2 code. */
export function countryCodes(): string[] {
  return CODES.split(" ").map((pair) => pair.slice(0, 2));
}

/** English name of a country, for messages. */
export function countryName(code: string): string {
  return englishNames.of(code) ?? code;
}
