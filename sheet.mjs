import { chromium } from "playwright-core";
import fs from "node:fs";
const [out,w,...files]=process.argv.slice(2);
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const p=await b.newPage({viewport:{width:1900,height:1000}});
await p.setContent(`<body style="margin:4px;display:flex;flex-wrap:wrap;gap:6px;background:#888">${files.map(f=>`<figure style="margin:0"><figcaption style="font:11px sans-serif">${f.split("/").pop()}</figcaption><img width=${w} src="data:image/png;base64,${fs.readFileSync(f).toString("base64")}"></figure>`).join("")}`);
await p.screenshot({path:out,fullPage:true});await b.close();
