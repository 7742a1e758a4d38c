const {composeTest}=await import('/work/main/gateway/src/testing/compose.ts');
const {placesSubgraph}=await import('/work/main/gateway/src/testing/places.subgraph.ts');
const {teamsSubgraph}=await import('/work/main/gateway/src/testing/teams.subgraph.ts');
const {reviewsSubgraph}=await import('/work/main/gateway/src/testing/reviews.subgraph.ts');
const sdl=composeTest([placesSubgraph,teamsSubgraph,reviewsSubgraph]);
const {QueryPlanner}=await import('@graphql-hive/router-query-planner');
const p=new QueryPlanner(sdl);


const show=async(q,n)=>{try{console.log('=====',q,'\n',JSON.stringify(await p.planAsync(q,n,new Set(),50)));}catch(e){console.log('ERR',q,e.message, e.constructor.name)}};
await show('{ activityTeam(id:1){ place { name } } }');
await show('{ activityTeam(id:1){ place { parent{name} } } }');
await show('{ activityTeam(id:1){ place { name parent{name} } } }');
await show('{ activityTeam(id:1){ place { name parent{ ...on Street{activityTeams(first:1){totalCount}} } } } }');
await show('{ activityTeam(id:1){ place { code ...on Street{name} } } }');
await show('{ activityTeam(id:1){ place { code ...on Street{name parent {name}} } } }');
await show('{ activityTeam(id:1){ place { code ...on Street{area} ...on Committee{area} } } }');
const S2=composeTest([{name:'a',typeDefs:`"the T" type T @shareable { "f of t" x(a:Int @deprecated(reason:"no")): Int @deprecated(reason:"old") } enum E {A "bee" B} "scal" scalar Z @specifiedBy(url:"http://x") type Query { t(e:E):T z:Z hidden: Int @inaccessible}`}]);
console.log(new QueryPlanner(S2).consumerSchema.slice(0,600));
console.log(S2);
