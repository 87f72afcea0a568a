"""The style and the script of the page that `show.html` makes."""

STYLE = """
:root{--ink:#1c2430;--soft:#667085;--line:#e3e7ee;--paper:#fff;--ground:#f5f6f9;--light:#ffe58a}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 Georgia,'Times New Roman',serif}
header{padding:1rem 2rem .6rem;background:var(--paper);border-bottom:1px solid var(--line);font-family:system-ui,sans-serif}
h1{font-size:1.15rem;margin:0}header p{margin:.15rem 0;color:var(--soft);font-size:.85rem}
.legend .m{margin-right:.5rem;font-size:.78rem;padding:0 .35rem}
main{display:grid;grid-template-columns:minmax(0,1fr) 25rem;gap:1.5rem;padding:1.5rem 2rem;align-items:start}
article{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.6rem 2rem;white-space:pre-wrap;overflow-wrap:anywhere}
aside{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;font-family:system-ui,sans-serif;font-size:.85rem}
aside h2{font-size:.78rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:1rem 0 .4rem}
aside h2:first-child{margin-top:0}
button{display:block;width:100%;text-align:left;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-left:4px solid #9aa6b8;border-radius:5px;padding:.5rem .7rem;margin:0 0 .45rem;cursor:pointer}
button:hover{border-color:#9aa6b8}button.on{border-left-color:#d99a00;background:#fffaf0;box-shadow:0 1px 4px #0002}
.h{display:flex;justify-content:space-between;gap:.6rem;font-weight:600}
.h b{font-weight:500;font-size:.75rem;color:#3b4a63;background:#eef1f6;border-radius:9px;padding:.05rem .5rem;white-space:nowrap;align-self:start}
dl{display:grid;grid-template-columns:4.6rem 1fr;gap:.1rem .4rem;margin:.25rem 0 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
dd{display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}button.on dd{-webkit-line-clamp:unset}
.m{border-radius:3px;border-bottom:2px solid #9aa6b8}
.k-person{background:#e3edff;border-color:#3b74d6}.k-place{background:#e2f4e6;border-color:#2f9150}
.k-organisation{background:#f1e6fb;border-color:#8a4bc4}.k-title{background:#edf1f5;border-color:#5d6f88}
.k-honorific{background:#edf1f5;border-color:#a3afc0}.k-event{background:#fde8ec;border-color:#c8405d}
.k-date{background:#fff1dc;border-color:#c97b12}.k-money,.k-percent{background:#ddf3f3;border-color:#1d8a8a}
.lit{background:var(--light)!important;box-shadow:0 0 0 1px #d9a400}
.warnings{color:#8a5a00;padding-left:1.1rem}
@media(max-width:60rem){main{grid-template-columns:1fr;padding:1rem}aside{position:static;max-height:none}}
"""

SCRIPT = """
const pieces=[...document.querySelectorAll('#text span')].map(p=>[+p.dataset.s,+p.dataset.e,p]);
const buttons=[...document.querySelectorAll('aside button')];
for(const button of buttons)button.addEventListener('click',()=>{
  const was=button.classList.contains('on');
  buttons.forEach(b=>b.classList.remove('on'));
  pieces.forEach(([,,p])=>p.classList.remove('lit'));
  if(was)return;
  button.classList.add('on');
  const spans=JSON.parse(button.dataset.spans);let first=null;
  for(const [s,e,p] of pieces)if(spans.some(([a,b])=>a<=s&&e<=b)){p.classList.add('lit');first=first||p}
  if(first)first.scrollIntoView({block:'center',behavior:'smooth'});
});
"""
