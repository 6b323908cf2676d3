/** A town of a metro area. */
export interface SampleTown {
  readonly name: string;
  /** Two-letter postal abbreviation. */
  readonly state: string;
  /** Its postal codes as numbers, in spans from the first to the last, both included. */
  readonly codes: readonly (readonly [from: number, to: number])[];
}

/** A metro area with its rough part of the country's businesses, relative to the others. */
export interface MetroArea {
  readonly weight: number;
  /** The core city comes first; it has as many businesses as all the other towns together. */
  readonly towns: readonly SampleTown[];
}

/**
 * Weight, state, then towns with their postal codes: three digits stand for all codes that begin so. `@XX` changes the
 * state. The weights follow the number of business establishments, rounded.
 */
const LISTED = `
62 NY New York 100|Brooklyn 112|Bronx 104|Staten Island 103|White Plains 10601,10603,10605-10607|Yonkers 10701-10705,10710|Hempstead 11550|Melville 11747|@NJ Newark 07102-07108,07114|Jersey City 07302-07310|Edison 08817,08820,08837|Parsippany 07054|Hackensack 07601
44 CA Los Angeles 900|Santa Monica 90401-90405|Pasadena 91101-91107|Burbank 91501-91506|Long Beach 90802-90815|Torrance 90501-90505|Irvine 92602-92606,92612-92614,92617-92620|Anaheim 92801-92808|Santa Ana 92701-92707
32 IL Chicago 606|Naperville 60540,60563-60565|Schaumburg 60173,60193-60195|Evanston 60201-60203|Oak Brook 60523|Aurora 60502-60506|Skokie 60076-60077
24 TX Dallas 752|Fort Worth 761|Plano 75023-75025,75074-75075,75093|Irving 75038-75039,75060-75063|Arlington 76010-76018|Frisco 75033-75035|McKinney 75069-75072
20 TX Houston 770|Spring 77379-77382|Sugar Land 77478-77479|Katy 77449-77450|Pasadena 77502-77506
22 DC Washington 20001-20037|@VA Arlington 22201-22209|Alexandria 22301-22314|Reston 20190-20191,20194|Falls Church 22041-22046|Fairfax 22030-22033|@MD Rockville 20850-20853|Bethesda 20814,20816-20817|Silver Spring 20901-20910
24 FL Miami 33125-33138,33142-33147,33155-33157,33165-33187|Fort Lauderdale 33301-33334|Boca Raton 33427-33429,33431-33434|West Palm Beach 33401-33407,33409,33411|Hollywood 33019-33024|Hialeah 33010-33018
20 PA Philadelphia 191|King of Prussia 19406|Bensalem 19020|West Chester 19380-19382|@NJ Cherry Hill 08002-08003,08034|Camden 08102-08105|@DE Wilmington 19801-19810
20 GA Atlanta 303|Marietta 30060-30068|Alpharetta 30004-30005,30009,30022|Duluth 30096-30097|Norcross 30071,30093|Decatur 30030-30035
19 MA Boston 02108-02118,02199,02210|Cambridge 02138-02142|Waltham 02451-02454|Framingham 01701-01702|Burlington 01803|Quincy 02169-02171|Woburn 01801
18 CA San Francisco 941|Oakland 94601-94607,94609-94612,94621|Berkeley 94702-94705,94707-94710|Walnut Creek 94595-94598|San Mateo 94401-94404|Fremont 94536,94538-94539,94555
16 AZ Phoenix 850|Scottsdale 85250-85252,85254-85260|Tempe 85281-85284|Mesa 85201-85215|Chandler 85224-85226,85248-85249
13 CA San Jose 951|Palo Alto 94301-94306|Sunnyvale 94085-94089|Santa Clara 95050-95054|Mountain View 94040-94043
14 WA Seattle 981|Bellevue 98004-98008|Redmond 98052-98053|Tacoma 98402-98409|Everett 98201-98208|Renton 98055-98059
14 MN Minneapolis 554|Saint Paul 55101-55119|Eden Prairie 55344,55346-55347|Rochester 55901-55904
14 CO Denver 802|Aurora 80010-80019|Englewood 80110-80113|Littleton 80120-80123,80125-80129|Boulder 80301-80305|Golden 80401-80403|Arvada 80002-80005|Louisville 80027|Broomfield 80020-80021,80023
13 MI Detroit 48201-48202,48204-48210,48213-48217,48219,48221,48223-48224,48226-48228|Troy 48083-48085,48098|Southfield 48033-48034,48075-48076|Ann Arbor 48103-48108|Livonia 48150-48154|Dearborn 48120-48121,48124,48126,48128
12 CA San Diego 92101-92117,92119-92132|Carlsbad 92008-92011|Escondido 92025-92027,92029|Chula Vista 91910-91915|La Jolla 92037
11 FL Tampa 336|Saint Petersburg 33701-33716|Clearwater 33755-33765|Sarasota 34230-34243
10 MD Baltimore 21201-21203,21205-21206,21209-21218,21223-21224,21229-21231|Columbia 21044-21046|Towson 21204|Annapolis 21401-21403
10 FL Orlando 328|Winter Park 32789-32790,32792|Kissimmee 34741-34746|Lakeland 33801-33813
10 MO Saint Louis 63101-63147|Chesterfield 63005,63017|Saint Charles 63301-63304
10 NC Charlotte 282|Concord 28025-28027|Gastonia 28052-28056|@SC Rock Hill 29730-29732
10 OR Portland 972|Beaverton 97005-97008|Hillsboro 97123-97124|@WA Vancouver 98660-98668,98682-98686
8 OH Columbus 432|Dublin 43016-43017|Westerville 43081-43082
8 OH Cleveland 44101-44106,44108-44115,44118-44121,44125-44130|Akron 44301-44320|Canton 44702-44714|Mentor 44060
8 OH Cincinnati 452|Mason 45040|@KY Florence 41042|Covington 41011-41012,41014
8 IN Indianapolis 462|Carmel 46032-46033|Fishers 46037-46038
8 MO Kansas City 64101-64149,64151-64158|@KS Overland Park 66204,66207,66210,66212-66214,66221,66223|Olathe 66061-66062|Lenexa 66215,66219
8 TX Austin 787|Round Rock 78664-78665,78681|Georgetown 78626-78628,78633
8 TX San Antonio 782|New Braunfels 78130-78132
8 TN Nashville 372|Franklin 37064-37065,37067-37069|Murfreesboro 37127-37130|Brentwood 37027
8 PA Pittsburgh 152|Cranberry Township 16066|Greensburg 15601
8 CA Sacramento 958|Roseville 95661,95678,95747|Folsom 95630|Rancho Cordova 95670,95742
8 CA Riverside 92501-92508|Ontario 91761-91762,91764|San Bernardino 92401-92411|Rancho Cucamonga 91701,91730,91737,91739
8 NV Las Vegas 891|Henderson 89002,89011-89012,89014-89015,89052,89074
7 UT Salt Lake City 841|Lehi 84043|Provo 84601-84606|Ogden 84401-84405
7 NC Raleigh 276|Durham 27701-27713|Cary 27511-27513,27518-27519|Chapel Hill 27514-27517
7 WI Milwaukee 53201-53228,53233|Waukesha 53186-53189|Brookfield 53005,53045
6 CT Hartford 06101-06106,06112,06114-06115,06120|West Hartford 06107,06110,06117,06119|New Haven 06510-06511,06513,06515,06519|Farmington 06032|Glastonbury 06033
6 CT Stamford 06901-06907|Bridgeport 06604-06610|Norwalk 06850-06855
6 VA Richmond 23218-23227,23230,23234-23237|Glen Allen 23059-23060|Midlothian 23112-23114
6 VA Virginia Beach 23451-23464|Norfolk 23502-23518|Chesapeake 23320-23325
6 RI Providence 02903-02909,02912|Warwick 02886-02889|Cranston 02910,02920-02921
6 LA New Orleans 701|Metairie 70001-70006|Baton Rouge 70801-70820|Lafayette 70501-70508
6 OK Oklahoma City 731|Edmond 73003,73013,73034|Norman 73069-73072
5 OK Tulsa 741|Broken Arrow 74011-74014
5 FL Jacksonville 32201-32226,32244,32246,32254-32258|Saint Augustine 32080,32084,32086,32092,32095
5 KY Louisville 402|Lexington 40502-40517
5 TN Memphis 381|Germantown 38138-38139|Collierville 38017
5 NY Buffalo 142|Rochester 14604-14626|Niagara Falls 14301-14305
5 NY Albany 122|Schenectady 12302-12309|Syracuse 13202-13224
5 AL Birmingham 352|Huntsville 35801-35816|Montgomery 36104-36117|Mobile 36602-36612,36615-36619
5 MI Grand Rapids 495|Lansing 48906-48933|Kalamazoo 49001,49003-49009
4 NE Omaha 68101-68122,68124,68127,68130-68132,68134-68137,68144,68154,68164|Lincoln 68502-68528
4 IA Des Moines 50309-50321|West Des Moines 50265-50266|Cedar Rapids 52401-52411
4 CO Colorado Springs 809|Fort Collins 80521-80528|Pueblo 81001-81008|Grand Junction 81501-81507
4 NM Albuquerque 87101-87116,87119-87123|Santa Fe 87501-87508
4 AZ Tucson 857
4 SC Charleston 29401-29403,29407,29412,29414|Columbia 29201-29229|Greenville 29601-29615
4 WI Madison 537|Green Bay 54301-54313|Appleton 54911-54915
4 NC Greensboro 274|Winston-Salem 27101-27107|High Point 27260-27265|Asheville 28801-28806
4 AR Little Rock 722|Bentonville 72712|Fayetteville 72701-72704
4 ID Boise 83701-83713,83716|Meridian 83642,83646|Nampa 83651,83686-83687
4 CA Fresno 937|Bakersfield 93301-93313|Stockton 95202-95219|Modesto 95350-95358
4 HI Honolulu 96813-96826|Hilo 96720
4 PA Harrisburg 171|Lancaster 17601-17603|Allentown 18101-18109|Scranton 18503-18505,18508-18510
3 KS Wichita 672|Topeka 66603-66618
3 MS Jackson 39201-39206,39209-39217|Gulfport 39501-39507|Tupelo 38801-38804
3 WA Spokane 992|Yakima 98901-98908
3 NH Manchester 03101-03105,03109|Nashua 03060-03064|Portsmouth 03801
3 ME Portland 04101-04103|Bangor 04401
3 GA Savannah 31401-31406,31410-31412,31415-31419|Augusta 30901-30909|Columbus 31901-31904,31906-31909
3 TX El Paso 799|McAllen 78501-78504|Lubbock 79401-79424|Corpus Christi 78401-78418
3 OH Toledo 436|Dayton 45402-45459
3 IN Fort Wayne 468|South Bend 46601-46628|Evansville 47708-47725
3 TN Knoxville 379|Chattanooga 37402-37421
3 MT Billings 59101-59106|Bozeman 59715,59718|Missoula 59801-59808
2 SD Sioux Falls 57103-57108|Rapid City 57701-57703
2 ND Fargo 58102-58104|Bismarck 58501-58504
2 VT Burlington 05401-05402,05405-05406|Montpelier 05602
2 WV Charleston 25301-25302,25304-25306,25311-25314|Morgantown 26501-26508
2 AK Anchorage 99501-99504,99507-99508,99510-99518|Fairbanks 99701,99706-99709
2 WY Cheyenne 82001-82003,82006-82009|Casper 82601-82609
2 OR Eugene 97401-97405|Salem 97301-97306|Bend 97701-97703
2 NV Reno 89501-89523|Carson City 89701-89703,89705-89706
2 DE Dover 19901,19903-19904|Newark 19702,19711,19713
2 FL Pensacola 32501-32514|Tallahassee 32301-32312|Naples 34102-34110
2 IL Peoria 61602-61607,61612-61615|Springfield 62701-62712|Rockford 61101-61110,61112,61114
2 MO Springfield 65802-65810|Columbia 65201-65203
2 LA Shreveport 71101-71109,71115,71118|Monroe 71201-71203
`;

/** Metro areas of the United States, the largest first; about nine in ten businesses are in or near one of them. */
export const METRO_AREAS: readonly MetroArea[] = LISTED.trim().split("\n").map(readMetroArea);

function readMetroArea(line: string): MetroArea {
  const [weight = "", state = "", ...rest] = line.split(" ");
  let current = state;
  const towns = rest
    .join(" ")
    .split("|")
    .map((entry) => {
      const words = entry.split(" ");
      if (words[0]!.startsWith("@")) current = words.shift()!.slice(1);
      const codes = words.pop()!.split(",").map(readSpan);
      return { name: words.join(" "), state: current, codes };
    });
  return { weight: Number(weight), towns };
}

function readSpan(text: string): [from: number, to: number] {
  const [from = "", to = from] = text.split("-");
  return from.length === 3 ? [Number(from) * 100, Number(from) * 100 + 99] : [Number(from), Number(to)];
}
