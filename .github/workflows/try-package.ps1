# Unpacks the package into a folder with blanks and Chinese in its name, and does there what staff do: the demonstration, a list
# from a unit, the page. Fails where one of them does.
param([Parameter(Mandatory)][string] $Zip)
$ErrorActionPreference = "Stop"

$place = Join-Path $env:SystemDrive "矿山 培训 (一)"
Expand-Archive -LiteralPath $Zip -DestinationPath $place
Set-Location (Join-Path $place "安培台账")

function Assert-Done([string] $what) {
  if ($LASTEXITCODE -ne 0) { throw "$what ended with $LASTEXITCODE" }
  Write-Host "$what`: done"
}

$signature = Get-AuthenticodeSignature .\node.exe
if ($signature.Status -ne "Valid") { throw "node.exe is not validly signed: $($signature.StatusMessage)" }

.\anpei.cmd --version
Assert-Done "the version"
.\anpei.cmd demo ..\演示
Assert-Done "the demonstration"
.\anpei.cmd init --book ..\名册.xlsx --plan templates\2024年培训计划.txt --year 2024
Assert-Done "a new workbook"
Set-Content -Encoding utf8 ..\名单.csv @"
姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期
甲一,379999198001010024,19900000001,测试金矿,主要负责人,再培训,2024.6.20
"@
.\anpei.cmd import ..\名单.csv --book ..\名册.xlsx --today 2024-03-20
Assert-Done "a list of a unit"

# A double-click: the launcher ends by itself, the server goes on without a window.
cmd /c "安培台账.cmd ..\名册.xlsx < nul"
Assert-Done "a double-click"
$note = Get-ChildItem ..\.anpei -Filter *.open | Select-Object -First 1
$port = (Get-Content $note.FullName -Raw | ConvertFrom-Json).port
$answer = Invoke-WebRequest "http://127.0.0.1:$port/" -SkipHttpErrorCheck
Write-Host "the page's server answers with $($answer.StatusCode)"
Get-Process node -ErrorAction SilentlyContinue | Where-Object { $_.Path -like "$place*" } | Stop-Process
