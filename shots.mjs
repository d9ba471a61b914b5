import { chromium } from "playwright-core";
const base="http://127.0.0.1:8931";
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const phone={viewport:{width:390,height:844},deviceScaleFactor:2,isMobile:true,hasTouch:true};
const shot=(p,n)=>p.waitForTimeout(400).then(()=>p.screenshot({path:`/tmp/shots/n-${n}.png`}));
{const c=await b.newContext({viewport:{width:1280,height:800},locale:"de-DE"});const p=await c.newPage();await p.goto(base+"/settings");await p.waitForTimeout(2500);await shot(p,"de-rail");await c.close();}
{const c=await b.newContext({...phone,locale:"en-GB",colorScheme:"light"});const p=await c.newPage();p.setDefaultTimeout(60000);
await p.goto(base+"/");await p.waitForTimeout(1500);
await p.getByRole("button",{name:"Keep them with an account"}).tap();await p.getByRole("dialog").waitFor();await shot(p,"ph-signup");
const d=p.getByRole("dialog");await d.getByLabel("Name",{exact:true}).fill("Ada Lovelace");await d.getByLabel("E-mail",{exact:true}).fill("ada@");await d.getByLabel("Password",{exact:true}).fill("short");
await d.getByRole("button",{name:"Sign up",exact:true}).tap();await shot(p,"ph-wrong");
await d.getByLabel("E-mail",{exact:true}).fill(`ada${Date.now()}@example.org`);await d.getByLabel("Password",{exact:true}).fill("a long pass phrase");await d.getByRole("button",{name:"Sign up",exact:true}).tap();await d.waitFor({state:"detached"});await shot(p,"ph-in");
await p.goto(base+"/settings");await p.waitForTimeout(1500);await p.screenshot({path:"/tmp/shots/n-ph-settings.png",fullPage:true});
for(const s of await p.locator("details summary").all())await s.tap().catch(()=>{});
await p.waitForTimeout(800);await p.evaluate(()=>{document.querySelector("main,.page")?.scrollTo?.(0,700)});await shot(p,"ph-settings2");
await p.goto(base+"/");await p.getByRole("textbox").first().fill("A blinking LED with a button on an Uno");await p.getByRole("button",{name:"Design it"}).tap();await p.waitForTimeout(7000);await shot(p,"ph-chat");
await c.close();}
await b.close();
