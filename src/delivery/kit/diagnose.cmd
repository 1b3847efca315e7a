@echo off
rem Runs the PowerShell script of the same name beside this file. It only reads. Plain ASCII on purpose.
powershell.exe -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dpn0.ps1"
pause
